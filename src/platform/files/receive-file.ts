import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { readErrorCode } from '../database/embedded/error-code.js';

const PARTS = 'parts';

export type Received = 'kept' | 'too large' | 'too small' | 'taken';

class WrongSize extends Error {
  constructor(readonly problem: 'too large' | 'too small') {
    super(problem);
  }
}

/**
 * Streams a file of exactly this size into the folder. It is written aside and appears under its key when it is whole,
 * by linking, which succeeds once: of several uploads under one key the first to finish is kept.
 */
export async function receiveFile(
  folder: string,
  key: string,
  sizeBytes: number,
  body: Readable,
): Promise<Received> {
  const part = join(folder, PARTS, randomUUID());
  const path = join(folder, key);
  await Promise.all([part, path].map((file) => mkdir(dirname(file), { recursive: true })));
  // Opened before anything can go wrong: a stream that opens it could do so after it was removed.
  const file = await open(part, 'wx', 0o600);
  try {
    await pipeline(exactly(sizeBytes, body), file.createWriteStream());
    await link(part, path);
    return 'kept';
  } catch (error) {
    if (error instanceof WrongSize) return error.problem;
    if (readErrorCode(error) === 'EEXIST') return 'taken';
    throw error;
  } finally {
    await rm(part, { force: true });
  }
}

async function* exactly(sizeBytes: number, body: Readable): AsyncGenerator<Buffer> {
  let received = 0;
  // The stream outlives a refusal: with it the connection would go, and with that the answer.
  for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    received += chunk.length;
    if (received > sizeBytes) throw new WrongSize('too large');
    yield chunk;
  }
  if (received < sizeBytes) throw new WrongSize('too small');
}

/** Removes what uploads left behind that a crash cut short. */
export async function removeAbandonedParts(folder: string, before: Date): Promise<void> {
  const parts = await readdir(join(folder, PARTS)).catch((error: unknown) => {
    if (readErrorCode(error) === 'ENOENT') return [];
    throw error;
  });
  for (const part of parts) {
    const path = join(folder, PARTS, part);
    const { mtime } = await stat(path);
    if (mtime < before) await rm(path, { force: true });
  }
}
