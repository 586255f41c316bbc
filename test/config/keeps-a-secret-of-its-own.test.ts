import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config.js';
import { secretKeptIn } from '../../src/platform/secret-file.js';

describe('the secret of a development machine', () => {
  let parent: string;
  let dataDir: string;
  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'intowork-secret-'));
    dataDir = join(parent, 'not', 'there', 'yet');
  });
  afterEach(() => rm(parent, { recursive: true, force: true }));

  it('is made at the first call, strong enough for production', async () => {
    const secret = await secretKeptIn(dataDir);
    expect(secret).toMatch(/^[\w-]{64}$/);
    expect(readConfig({ AUTH_SECRET: secret }).authSecret).toBe(secret);
  });

  it('is the same at the next call', async () => {
    const secret = await secretKeptIn(dataDir);
    expect(await secretKeptIn(dataDir)).toBe(secret);
    expect(await secretKeptIn(dataDir)).toBe(secret);
  });

  it('is another in another folder', async () => {
    expect(await secretKeptIn(join(parent, 'one'))).not.toBe(await secretKeptIn(join(parent, 'other')));
  });

  it('is readable for its owner only, and the only file left behind', async () => {
    await secretKeptIn(dataDir);
    expect(await readdir(dataDir)).toEqual(['auth-secret']);
    const { mode } = await stat(join(dataDir, 'auth-secret'));
    expect((mode & 0o777).toString(8)).toBe('600');
  });

  it('is kept as it is when somebody wrote it, but for the white space around it', async () => {
    await secretKeptIn(dataDir);
    await writeFile(join(dataDir, 'auth-secret'), '  a secret somebody chose for this machine\n');
    expect(await secretKeptIn(dataDir)).toBe('a secret somebody chose for this machine');
  });

  it('is the same for 50 parallel calls, which all get the whole of it', async () => {
    for (let round = 0; round < 10; round++) {
      const dir = join(parent, `round${round}`);
      const secrets = await Promise.all(Array.from({ length: 50 }, () => secretKeptIn(dir)));
      expect(secrets[0]).toMatch(/^[\w-]{64}$/);
      expect(new Set(secrets).size).toBe(1);
      expect(await readFile(join(dir, 'auth-secret'), 'utf8')).toContain(secrets[0]);
      expect(await readdir(dir)).toEqual(['auth-secret']);
    }
  });

  it.each(['', ' \n', 'too short'])(
    'is not taken from a file that holds %j: it says what to do',
    async (content) => {
      await secretKeptIn(dataDir);
      await writeFile(join(dataDir, 'auth-secret'), content);
      await expect(secretKeptIn(dataDir)).rejects.toThrow(
        /auth-secret holds no secret of 32 or more characters: delete it, and a new one is made\.$/,
      );
    },
  );

  it('says so when the folder cannot be written', async () => {
    await writeFile(join(parent, 'file'), '');
    await expect(secretKeptIn(join(parent, 'file'))).rejects.toThrow(/EEXIST|ENOTDIR/);
  });
});
