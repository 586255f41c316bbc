import { beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { takeOwnerLock } from '../../../src/platform/database/embedded/owner-lock.js';
import { query, useEmbeddedServers } from './support/embedded-servers.js';
import { killOwner, readAddress, spawnOwner } from './support/owner-process.js';

const servers = useEmbeddedServers();
let dataDir = '';

beforeAll(async () => {
  dataDir = await servers.makeDataDir();
});

describe('A data folder', () => {
  it('in use by another process is refused in one clear line, and the running server is not disturbed', async () => {
    const owner = spawnOwner(dataDir);
    const url = await readAddress(owner);
    await expect(servers.start({ dataDir })).rejects.toThrow(
      `The embedded database in ${dataDir} is already used by process ${owner.pid}. Stop that one, or go on beside it: Set DATA_DIR to another folder, or DATABASE_URL to a PostgreSQL server of yours.`,
    );
    expect(await query(url, 'select 1 as one')).toEqual({ one: 1 });
    await killOwner(owner);
    await (await servers.start({ dataDir })).stop();
  });

  it('in use by this very process is refused too, until it is stopped', async () => {
    const server = await servers.start({ dataDir });
    await expect(servers.start({ dataDir })).rejects.toThrow(`used by process ${process.pid}`);
    await server.stop();
    await (await servers.start({ dataDir })).stop();
  });

  it.each([
    ['of a process that is gone', { pid: 2 ** 22 + 1, startedAt: 'long ago' }],
    ['of a process whose id was given to another one', { pid: process.pid, startedAt: 'long ago' }],
    ['left empty by a machine that crashed', ''],
  ])('with the lock %s is taken over by exactly one of many', async (_case, content) => {
    const folder = await servers.makeDataDir();
    await mkdir(folder);
    const lockFile = join(folder, 'owner.lock');
    await writeFile(lockFile, JSON.stringify(content));
    const takers = Array.from({ length: 20 }, () => takeOwnerLock(folder, lockFile));
    const results = await Promise.allSettled(takers);
    const winners = results.filter((result) => result.status === 'fulfilled');
    expect(winners).toHaveLength(1);
    expect(await readdir(folder)).toEqual(['owner.lock']);
    await winners[0]?.value.release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('whose lock was being taken over by a process that died then is taken over all the same', async () => {
    const folder = await servers.makeDataDir();
    await mkdir(folder);
    const lockFile = join(folder, 'owner.lock');
    const dead = JSON.stringify({ pid: process.pid, startedAt: 'long ago' });
    await writeFile(lockFile, dead);
    await writeFile(`${lockFile}.guard`, dead);
    await (await takeOwnerLock(folder, lockFile)).release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('that cannot be used is named in one clear line', async () => {
    const folder = await servers.makeDataDir();
    await writeFile(folder, 'a file');
    await expect(servers.start({ dataDir: folder })).rejects.toThrow(
      /^The folder .* cannot be used for the embedded database \(.*\)\. Set DATA_DIR/,
    );
  });
});
