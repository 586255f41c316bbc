import { spawn } from 'node:child_process';
import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('./own-server.ts', import.meta.url));
const PROJECT = fileURLToPath(new URL('../../../../', import.meta.url));

/** A process of its own that starts the embedded server of a folder and stays, or ends without stopping it. */
export function spawnOwner(
  dataDir: string,
  then: 'stay' | 'exit' | 'stop' = 'stay',
  options: SpawnOptions = {},
): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', SCRIPT, dataDir, then], {
    cwd: PROJECT,
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** The address the process prints once its server is ready; throws with what it said when it ends before. */
export async function readAddress(owner: ChildProcess): Promise<string> {
  let [output, errors] = ['', ''];
  owner.stderr?.setEncoding('utf8').on('data', (text: string) => (errors += text));
  return new Promise((resolve, reject) => {
    owner.stdout?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (output.includes('\n')) resolve(output.trim());
    });
    owner.once('close', () => reject(new Error(`The owner process ended: ${errors}`)));
  });
}

/** Ends the process the hard way and waits until it is gone. */
export async function killOwner(owner: ChildProcess): Promise<void> {
  const ended = once(owner, 'exit');
  owner.kill('SIGKILL');
  await ended;
}
