import { beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { findFreePort } from '../../../src/platform/database/embedded/free-port.js';
import { query, useEmbeddedServers } from './support/embedded-servers.js';

const servers = useEmbeddedServers();
let dataDirs: string[] = [];

beforeAll(async () => {
  dataDirs = await Promise.all([1, 2, 3].map(() => servers.makeDataDir()));
});

describe('A taken port', () => {
  it('is left to whoever listens on it: a free one is used, and said', async () => {
    const listener = createServer().listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const { port } = listener.address() as AddressInfo;
    const [dataDir = ''] = dataDirs;
    const server = await servers.start({ dataDir, port });
    expect(server.port).not.toBe(port);
    expect(servers.messages).toContain(
      `Port ${port} is taken: the embedded PostgreSQL listens on ${server.port}.`,
    );
    listener.close();
    await server.stop();
  });

  it('with another PostgreSQL on it is not mistaken for ours', async () => {
    const port = await findFreePort(0);
    const [foreignDir = '', ourDir = ''] = dataDirs;
    const foreign = await servers.start({ dataDir: foreignDir, port });
    await query(foreign.url, `create table foreign_data as select 1 as one`);
    const ours = await servers.start({ dataDir: ourDir, port });
    expect(foreign.port).toBe(port);
    expect(ours.port).not.toBe(port);
    expect(await query(ours.url, `select to_regclass('foreign_data') as found`)).toEqual({ found: null });
    await Promise.all([foreign.stop(), ours.stop()]);
  });

  it('does not stop many servers that start at once on the same port', async () => {
    const port = await findFreePort(0);
    const started = await Promise.all(dataDirs.map((dataDir) => servers.start({ dataDir, port })));
    expect(new Set(started.map((server) => server.port)).size).toBe(3);
    for (const [index, server] of started.entries()) {
      const found = await query<{ folder: string }>(
        server.url,
        `select current_setting('data_directory') as folder`,
      );
      // Under a closed folder, without namespaces, PostgreSQL knows its folder as a descriptor only.
      expect([`${dataDirs[index]}/cluster`, '/proc/self/fd/3']).toContain(found?.folder);
    }
  });
});
