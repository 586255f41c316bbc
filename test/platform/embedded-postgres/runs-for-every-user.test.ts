import { describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { chown, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { locateBinaries, programPath } from '../../../src/platform/database/embedded/binaries.js';
import { copyBinaries } from '../../../src/platform/database/embedded/copied-binaries.js';
import { createCluster } from '../../../src/platform/database/embedded/create-cluster.js';
import { openDataFolder } from '../../../src/platform/database/embedded/data-folder.js';
import { canPassThrough, canRead } from '../../../src/platform/database/embedded/path-access.js';
import { areNamespacesAllowed } from '../../../src/platform/database/embedded/program-runner.js';
import type { ProgramRunner } from '../../../src/platform/database/embedded/program-runner.js';
import { runServer } from '../../../src/platform/database/embedded/run-server.js';
import { stopServer } from '../../../src/platform/database/embedded/stop-server.js';
import { query, useEmbeddedServers } from './support/embedded-servers.js';
import { readAddress, spawnOwner } from './support/owner-process.js';

const NOBODY = { uid: 65534, gid: 65534 };
const isRoot = process.getuid?.() === 0;
const isProjectOpen =
  (await canRead(programPath(locateBinaries(), 'postgres'), NOBODY)) &&
  (await canPassThrough(tmpdir(), NOBODY)) &&
  (await canPassThrough(fileURLToPath(new URL('.', import.meta.url)), NOBODY));
const itAsRoot = isRoot ? it : it.skip;
const itAsRootInOpenProject = isRoot && isProjectOpen ? it : it.skip;
const itAsRootWithNamespaces = isRoot && (await areNamespacesAllowed()) ? it : it.skip;

const servers = useEmbeddedServers();

async function readOwner(dataDir: string): Promise<number> {
  return (await stat(join(dataDir, 'cluster', 'PG_VERSION'))).uid;
}

async function expectToKeepData(dataDir: string): Promise<void> {
  const first = await servers.start({ dataDir });
  await query(first.url, `create table note as select 'kept' as text`);
  await first.stop();
  const second = await servers.start({ dataDir });
  expect(await query(second.url, 'select text from note')).toEqual({ text: 'kept' });
  await second.stop();
}

describe('Started as root (skipped for other users)', () => {
  itAsRootInOpenProject('in a folder open to all, PostgreSQL runs as nobody', async () => {
    const dataDir = await servers.makeDataDir(0o755);
    await expectToKeepData(dataDir);
    expect(await readOwner(dataDir)).toBe(NOBODY.uid);
  });

  itAsRootWithNamespaces('in a folder of root alone, PostgreSQL runs in a user namespace', async () => {
    const dataDir = await servers.makeDataDir(0o700);
    await expectToKeepData(dataDir);
    expect(await readOwner(dataDir)).toBe(0);
  });

  itAsRoot(
    'without namespaces, PostgreSQL runs as nobody from a copy, on a folder closed to nobody',
    async () => {
      const dataDir = await servers.makeDataDir(0o700);
      const folder = await openDataFolder(dataDir);
      const binaries = await copyBinaries(locateBinaries(), () => undefined);
      const runner: ProgramRunner = { binaries, way: 'descriptor', user: NOBODY };
      await createCluster(folder, runner, false);
      const server = await runServer(folder, runner, { port: 0, durable: false });
      await stopServer(server.process);
      expect(await readOwner(dataDir)).toBe(NOBODY.uid);
      // Whatever way is chosen now opens what that one made.
      await expectToKeepData(dataDir);
      expect(await readOwner(dataDir)).toBe(NOBODY.uid);
    },
  );

  itAsRootInOpenProject("on an ordinary user's database, PostgreSQL runs as that user", async () => {
    const dataDir = await servers.makeDataDir(0o700);
    await chown(dirname(dataDir), NOBODY.uid, NOBODY.gid);
    await startAndStopAsNobody(dataDir);
    await expectToKeepData(dataDir);
    expect(await readOwner(dataDir)).toBe(NOBODY.uid);
    await startAndStopAsNobody(dataDir);
  });
});

describe('Started as an ordinary user (shown by root; such a user runs all other tests so)', () => {
  itAsRootInOpenProject("another user's folder is refused in one clear line", async () => {
    const dataDir = await servers.makeDataDir();
    await (await servers.start({ dataDir })).stop();
    await expect(startAndStopAsNobody(dataDir)).rejects.toThrow(
      /The embedded database folder .* cannot be written \(EACCES.*\)\. Set DATA_DIR/,
    );
    await chown(dataDir, NOBODY.uid, NOBODY.gid);
    await chown(join(dataDir, 'cluster'), 0, 0);
    await expect(startAndStopAsNobody(dataDir)).rejects.toThrow('belongs to user id 0, not to 65534');
  });
});

async function startAndStopAsNobody(dataDir: string): Promise<void> {
  const owner = spawnOwner(dataDir, 'stop', NOBODY);
  await Promise.all([readAddress(owner), once(owner, 'close')]);
  expect(owner.exitCode).toBe(0);
}
