import { readdirSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { receiveFile } from '../../src/platform/files/receive-file.js';

const TIMES = 50;

describe('an upload cut short before its first byte', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'intowork-files-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const filesIn = (name: string): string[] => readdirSync(join(folder, name));

  it('leaves nothing behind', async () => {
    for (let time = 0; time < TIMES; time++) {
      const body = new Readable({ read: () => undefined }).destroy();
      await expect(receiveFile(folder, `uploads/${time}`, 10, body)).rejects.toThrow('Premature close');
    }
    expect(await readdir(join(folder, 'parts'))).toEqual([]);
    expect(await readdir(join(folder, 'uploads'))).toEqual([]);
  });

  // Were it still being opened when the body fails, it could appear after it was removed: once in thousands of times.
  it('finds the file it is written to open', async () => {
    const found: number[] = [];
    for (let time = 0; time < TIMES; time++) {
      const body = new Readable({
        read() {
          found.push(filesIn('parts').length);
          this.push(null);
        },
      });
      expect(await receiveFile(folder, `uploads/${time}`, 10, body)).toBe('too small');
    }
    expect(found).toEqual(Array<number>(TIMES).fill(1));
  });
});
