import { beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { copyFile, mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findServer, readPostmasterFile } from '../../../src/platform/database/embedded/postmaster-file.js';
import { identifyProcess } from '../../../src/platform/database/embedded/process-identity.js';
import { waitUntilReady } from '../../../src/platform/database/embedded/wait-until-ready.js';
import { query, useEmbeddedServers } from './support/embedded-servers.js';
import { killOwner, readAddress, spawnOwner } from './support/owner-process.js';

const servers = useEmbeddedServers();
let dataDir = '';

beforeAll(async () => {
  dataDir = await servers.makeDataDir();
});

async function readServerPid(): Promise<number> {
  return (await readPostmasterFile(join(dataDir, 'cluster')))?.pid ?? 0;
}

/** Leaves a server running on the folder whose process was killed. */
async function leaveServer(): Promise<{ pid: number; url: string }> {
  const owner = spawnOwner(dataDir);
  const url = await readAddress(owner);
  await query(url, `create table if not exists note as select 'kept' as text`);
  // Without fsync the last moments may be lost with a killed server.
  await query(url, 'checkpoint');
  await killOwner(owner);
  return { pid: await readServerPid(), url };
}

describe('After its process was killed, the embedded PostgreSQL', () => {
  it('is adopted by the next start, and stopped with it', async () => {
    const { pid, url } = await leaveServer();
    expect(identifyProcess(pid)).toBeDefined();
    const server = await servers.start({ dataDir });
    expect(server.url).toBe(url);
    expect(await readServerPid()).toBe(pid);
    expect(servers.messages.at(-1)).toContain('Went on with the PostgreSQL server left running');
    expect(await query(server.url, 'select text from note')).toEqual({ text: 'kept' });
    await server.stop();
    expect(identifyProcess(pid)).toBeUndefined();
  });

  it('is started anew when it runs with another durability than asked for', async () => {
    const { pid } = await leaveServer();
    const server = await servers.start({ dataDir, durable: true });
    expect(identifyProcess(pid)).toBeUndefined();
    expect(await query(server.url, 'select text, current_setting($$fsync$$) as fsync from note')).toEqual({
      text: 'kept',
      fsync: 'on',
    });
    await server.stop();
  });

  it('and was killed itself, starts although its process id belongs to another process now', async () => {
    const { pid } = await leaveServer();
    process.kill(pid, 'SIGKILL');
    while (identifyProcess(pid)) await sleep(5);
    const file = join(dataDir, 'cluster', 'postmaster.pid');
    // PostgreSQL minds only processes it could signal: those of the user it runs as.
    const { uid, gid } = await stat(file);
    const bystander = spawn('sleep', ['30'], { stdio: 'ignore', cwd: '/', uid, gid });
    await writeFile(file, (await readFile(file, 'utf8')).replace(String(pid), String(bystander.pid)));
    try {
      const server = await servers.start({ dataDir });
      expect(await query(server.url, 'select text from note')).toEqual({ text: 'kept' });
      expect(bystander.exitCode).toBeNull();
      await server.stop();
    } finally {
      bystander.kill();
    }
  });

  it('is not mistaken for the server of a copy of its folder', async () => {
    const { pid } = await leaveServer();
    const copy = await servers.makeDataDir();
    await mkdir(copy);
    await copyFile(join(dataDir, 'cluster', 'postmaster.pid'), join(copy, 'postmaster.pid'));
    expect(await findServer(copy)).toBeUndefined();
    expect(await findServer(join(dataDir, 'cluster'))).toEqual(identifyProcess(pid));
    await (await servers.start({ dataDir })).stop();
  });
});

describe("A dead server's postmaster.pid", () => {
  it('is not believed when the new server got the same process id, as containers give it', async () => {
    const folder = await servers.makeDataDir();
    await mkdir(folder);
    const file = join(folder, 'postmaster.pid');
    const left = [process.pid, folder, 1_700_000_000, 5432, '', '127.0.0.1', 'key', 'ready', ''].join('\n');
    await writeFile(file, left);
    const server = identifyProcess(process.pid);
    if (!server) throw new Error('This process must be identifiable.');
    let isReady = false;
    const ready = waitUntilReady(folder, server, left).then((found) => (isReady = found));
    await sleep(50);
    expect(isReady).toBe(false);
    await writeFile(file, left.replace('1700000000', '1700000001'));
    expect(await ready).toBe(true);
  });
});

describe('A process that ends without stopping the server', () => {
  it('takes the server with it', async () => {
    const owner = spawnOwner(dataDir, 'exit');
    await readAddress(owner);
    while ((await readServerPid()) !== 0) await sleep(10);
    const log = await readFile(join(dataDir, 'postgres.log'), 'utf8');
    expect(log).toContain('database system is shut down');
    await (await servers.start({ dataDir })).stop();
  });
});

describe('A first start that is interrupted', () => {
  it('leaves nothing that the next one could take for a database', async () => {
    const fresh = await servers.makeDataDir();
    const owner = spawnOwner(fresh);
    const address = readAddress(owner).catch(() => 'interrupted');
    while (!(await isBeingMade(fresh))) await sleep(5);
    await killOwner(owner);
    expect(await address).toBe('interrupted');
    expect(await readdir(fresh)).not.toContain('cluster');
    const server = await servers.start({ dataDir: fresh });
    expect(await query(server.url, 'select 1 as one')).toEqual({ one: 1 });
    await server.stop();
  });
});

async function isBeingMade(folder: string): Promise<boolean> {
  const names = await listFolder(folder);
  const draft = names.find((name) => name.startsWith('cluster.new-'));
  return draft !== undefined && (await listFolder(join(folder, draft, 'data'))).includes('base');
}

async function listFolder(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}
