import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readErrorCode } from './database/embedded/error-code.js';

const BYTES = 48;

/** Keys made of less than a digest (SHA-256, 32 bytes) are weak; a file that was emptied is worse. */
const MIN_LENGTH = 32;

/** The secret of a development machine: made at the first start, kept in the data folder for the next ones. */
export async function secretKeptIn(dataDir: string): Promise<string> {
  const path = join(dataDir, 'auth-secret');
  await mkdir(dataDir, { recursive: true });
  const secret = await unlessMissing(path, async () => {
    await createOnce(path, randomBytes(BYTES).toString('base64url'));
    return readFile(path, 'utf8');
  });
  if (secret.trim().length < MIN_LENGTH) {
    throw new Error(
      `${path} holds no secret of ${MIN_LENGTH} or more characters: delete it, and a new one is made.`,
    );
  }
  return secret.trim();
}

async function unlessMissing(path: string, otherwise: () => Promise<string>): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (readErrorCode(error) !== 'ENOENT') throw error;
    return otherwise();
  }
}

/**
 * Of two processes starting at once one file wins, for both. It is written aside first: nobody may read it before it is
 * whole, and linking fails when it is there already, which renaming would not.
 */
async function createOnce(path: string, content: string): Promise<void> {
  const draft = `${path}.${randomUUID()}`;
  try {
    await writeFile(draft, content, { flag: 'wx', mode: 0o600 });
    await link(draft, path);
  } catch (error) {
    if (readErrorCode(error) !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
}
