import { spawn, type ChildProcess } from 'node:child_process';
import { keepForTheEnd } from './log-secrets.js';

export interface ApiProcess {
  child: ChildProcess;
  /** What it has written so far, to both outputs. */
  output(): string;
  /** Its exit code, once it has ended. */
  ended: Promise<number | null>;
  /** Waits until its output contains `text`; fails with the output when it ends before. */
  says(text: string): Promise<void>;
}

/** `npm start` without the build: the whole program in a process of its own, with only this environment. */
export function startApiProcess(env: Record<string, string>): ApiProcess {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], { env: { PATH, HOME, ...env } });
  let output = '';
  const listeners = new Set<() => void>();
  const hear = (chunk: Buffer): void => {
    output += chunk.toString();
    for (const listener of listeners) listener();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      keepForTheEnd(child.pid, output);
      resolve(code);
    });
  });
  return {
    child,
    output: () => output,
    ended,
    says: (text) =>
      new Promise((resolve, reject) => {
        const check = (): void => {
          if (output.includes(text)) resolve();
        };
        listeners.add(check);
        void ended.then(() => reject(new Error(`ended without saying "${text}":\n${output}`)));
        check();
      }),
  };
}
