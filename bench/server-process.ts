import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface ServerProcess {
  url: string;
  stop(): Promise<void>;
}

/**
 * The built program in a process of its own, on an empty embedded database that writes to disk as it would in
 * earnest. It believes the addresses this machine claims, so that limits per address do not stand in the way.
 */
export async function startServerProcess(): Promise<ServerProcess> {
  const dataDir = await mkdtemp(join(tmpdir(), 'intowork-bench-'));
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['dist/src/main.js'], {
    env: { PATH, HOME, DATA_DIR: dataDir, PORT: '0', DEMO_DATA: 'false', TRUSTED_PROXIES: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    let output = '';
    const listen = (chunk: Buffer): void => {
      output += chunk.toString();
      const ready = /ready at (\S+?)\/graphql/.exec(output)?.[1];
      if (ready === undefined) return;
      // The log that follows is thrown away, at no cost to the measuring.
      child.stdout.off('data', listen).resume();
      resolve(ready);
    };
    child.stdout.on('data', listen);
    void ended.then(() => reject(new Error(`the server ended before it was ready:\n${output}`)));
  });
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
