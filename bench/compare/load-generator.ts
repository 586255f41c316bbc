import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Cast } from './cast.js';
import type { LoadOrder, LoadResult } from './load-process.js';
import { LOAD_CORE, nodeOn } from './pinned-process.js';

/** The load generator's process, seen from the runner. */
export class LoadGenerator {
  /** Rejects when the process ends, which it should not before it is stopped. */
  private readonly ended: Promise<never>;

  private constructor(private readonly child: ChildProcess) {
    this.ended = once(child, 'exit').then(() => {
      throw new Error('the load generator has ended');
    });
    this.ended.catch(() => undefined);
  }

  static start(cast: Cast): LoadGenerator {
    const script = new URL('load-process.ts', import.meta.url).pathname;
    const [command, args] = nodeOn(LOAD_CORE, ['--import', 'tsx', script]);
    const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    child.send({ cast });
    return new LoadGenerator(child);
  }

  async run(order: LoadOrder): Promise<LoadResult> {
    const answer = once(this.child, 'message');
    this.child.send({ order });
    const [message] = (await Promise.race([answer, this.ended])) as [
      { result: LoadResult } | { problem: string },
    ];
    if ('problem' in message) throw new Error(`${order.url}: ${message.problem}`);
    return message.result;
  }

  stop(): void {
    this.child.disconnect();
  }
}
