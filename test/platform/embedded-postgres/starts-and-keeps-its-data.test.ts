import { beforeAll, describe, expect, it } from '@jest/globals';
import { appendFile, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readPostmasterFile } from '../../../src/platform/database/embedded/postmaster-file.js';
import { answersSignals } from '../../../src/platform/database/embedded/process-identity.js';
import { until } from '../../support/until.js';
import { query, useEmbeddedServers } from './support/embedded-servers.js';

const servers = useEmbeddedServers();
let dataDir = '';

beforeAll(async () => {
  dataDir = await servers.makeDataDir(0o755, 'données de la société');
});

describe('The embedded PostgreSQL', () => {
  it('makes its folder and a database at the first start, and keeps the data over a restart', async () => {
    const first = await servers.start({ dataDir });
    await query(first.url, `create table note as select 'kept' as text`);
    await first.stop();
    const second = await servers.start({ dataDir });
    expect(await query(second.url, 'select text, current_database() as name from note')).toEqual({
      text: 'kept',
      name: 'intowork',
    });
    await second.stop();
  });

  it('makes a database of the name asked for beside the others', async () => {
    const server = await servers.start({ dataDir, database: 'second one' });
    expect(await query(server.url, 'select current_database() as name')).toEqual({ name: 'second one' });
    await server.stop();
  });

  it('knows accented letters, sorts by code point and lives in UTC', async () => {
    const server = await servers.start({ dataDir });
    const found = await query(
      server.url,
      `select lower('ÉÀ') as lower, 'é' > 'z' as sorted, current_setting('timezone') as zone`,
    );
    expect(found).toEqual({ lower: 'éà', sorted: true, zone: 'UTC' });
    await query(server.url, 'create extension pg_trgm');
    const compared = await query<{ likeness: number }>(
      server.url,
      `select similarity('École', 'ÉCOLE') as likeness`,
    );
    expect(compared?.likeness).toBe(1);
    await server.stop();
  });

  it('lets nobody in without the password, which only its owner can read', async () => {
    const server = await servers.start({ dataDir });
    const url = new URL(server.url);
    url.password = 'guess';
    await expect(query(url.href, 'select 1')).rejects.toThrow('password authentication failed');
    const { mode } = await stat(join(dataDir, 'password'));
    expect(mode & 0o777).toBe(0o600);
    expect(await readFile(join(dataDir, 'postgres.log'), 'utf8')).not.toContain(new URL(server.url).password);
    await server.stop();
  });

  it('is gone after stop, even with a statement under way, and stop can be called twice', async () => {
    const server = await servers.start({ dataDir });
    const pid = (await readPostmasterFile(join(dataDir, 'cluster')))?.pid ?? 0;
    const sleeping = query(server.url, 'select pg_sleep(60)').catch((error: Error) => error.message);
    await untilAsleep(server.url);
    await Promise.all([server.stop(), server.stop()]);
    expect(await sleeping).toMatch(/terminat|closed/);
    expect(answersSignals(pid)).toBe(false);
    expect(servers.messages.join()).not.toContain('unexpectedly');
  });

  it('reports a server that ends by itself', async () => {
    const server = await servers.start({ dataDir });
    const pid = (await readPostmasterFile(join(dataDir, 'cluster')))?.pid ?? 0;
    process.kill(pid, 'SIGINT');
    await until('a message', async () =>
      servers.messages.some((message) => message.includes('ended unexpectedly')),
    );
    await server.stop();
  });

  // Last: the folder stays broken.
  it('says what happened when the server cannot start, and frees the folder', async () => {
    await appendFile(join(dataDir, 'cluster', 'postgresql.conf'), 'nonsense = on\n');
    await expect(servers.start({ dataDir })).rejects.toThrow(/did not start[^]*unrecognized.*nonsense/);
    await expect(servers.start({ dataDir })).rejects.toThrow('did not start');
  });
});

async function untilAsleep(url: string): Promise<void> {
  const sleepers = `select count(*)::int as count from pg_stat_activity where query = 'select pg_sleep(60)' and state = 'active'`;
  while ((await query<{ count: number }>(url, sleepers))?.count !== 1) await sleep(10);
}
