import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { availableParallelism } from 'node:os';
import { setTimeout } from 'node:timers/promises';

/** The core of the servers, and that of the load generator. */
export const SERVER_CORE = 0;
export const LOAD_CORE = 1;

/** Whether processes can be tied to cores of their own here. */
export const isPinning =
  availableParallelism() > 1 && spawnSync('taskset', ['--version']).error === undefined;

/** The command that runs Node on a core. */
export function nodeOn(core: number, args: string[]): [string, string[]] {
  return isPinning ? ['taskset', ['-c', String(core), process.execPath, ...args]] : [process.execPath, args];
}

/** A server in a process of its own, on the servers' core. */
export class PinnedServer {
  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
    private readonly ended: Promise<void>,
  ) {}

  /** Gives it a free port as PORT and resolves once something answers there. */
  static async start(args: string[], env: NodeJS.ProcessEnv): Promise<PinnedServer> {
    const port = await freePort();
    const [command, commandArgs] = nodeOn(SERVER_CORE, args);
    const child = spawn(command, commandArgs, {
      env: { ...env, PORT: String(port) },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let complaints = '';
    child.stderr.on('data', (chunk: Buffer) => (complaints = (complaints + chunk.toString()).slice(-4000)));
    // Also one that stands still: it would outlive a run that is broken off.
    const kill = (): void => void child.kill('SIGKILL');
    process.once('exit', kill);
    const ended = new Promise<void>((resolve) => {
      child.once('close', () => {
        process.off('exit', kill);
        resolve();
      });
    });
    const url = `http://127.0.0.1:${port}`;
    while (!(await answers(url))) {
      if (child.exitCode !== null)
        throw new Error(`${args.at(-1)} ended before it was ready:\n${complaints}`);
      await setTimeout(POLL_MS);
    }
    return new PinnedServer(url, child, ended);
  }

  /** CPU time it has used, user and system. */
  async cpuMs(): Promise<number> {
    const stat = await readFile(`/proc/${this.child.pid}/stat`, 'utf8');
    // The second field is the command in parentheses, and may hold blanks itself.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK;
  }

  /** Memory it holds, in MiB. */
  async residentMiB(): Promise<number> {
    const status = await readFile(`/proc/${this.child.pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
  }

  /** Stands still until it is its turn: idle servers collect their garbage, on the core of the one that is measured. */
  pause(): void {
    this.child.kill('SIGSTOP');
  }

  async resume(): Promise<void> {
    this.child.kill('SIGCONT');
    // For what has become due meanwhile.
    await setTimeout(SETTLE_MS);
  }

  async stop(): Promise<void> {
    this.child.kill('SIGCONT');
    this.child.kill('SIGTERM');
    await this.ended;
  }
}

/** Linux counts CPU time in hundredths of a second (USER_HZ) on every platform Node runs on. */
const MS_PER_TICK = 10;

const POLL_MS = 100;

const SETTLE_MS = 250;

async function answers(url: string): Promise<boolean> {
  try {
    await (await fetch(url)).text();
    return true;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
