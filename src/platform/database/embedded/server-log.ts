import { readFile, rename } from 'node:fs/promises';
import type { DataFolder } from './data-folder.js';

const TAIL_LINES = 15;

/** Keeps the log of the last run beside the one about to start; older ones go. */
export async function rotateLog(folder: DataFolder): Promise<void> {
  // There is none before the first start.
  await rename(folder.logFile, folder.previousLogFile).catch(() => undefined);
}

/** The last lines of the server's log, for an error message. */
export async function readLogTail(folder: DataFolder): Promise<string> {
  const text = await readFile(folder.logFile, 'utf8').catch(() => '');
  const lines = text.trimEnd().split('\n').slice(-TAIL_LINES).join('\n');
  return lines === '' ? '(its log is empty)' : lines;
}
