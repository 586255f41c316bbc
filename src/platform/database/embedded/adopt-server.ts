import type { DataFolder } from './data-folder.js';
import { findServer, readPostmasterFile } from './postmaster-file.js';
import type { ProcessIdentity } from './process-identity.js';
import { folderAsSeen } from './program-runner.js';
import type { ProgramRunner } from './program-runner.js';
import type { RunningServer } from './run-server.js';
import { connectToServer, isExpectedServer } from './server-connection.js';
import { stopServer } from './stop-server.js';
import { waitUntilReady } from './wait-until-ready.js';

/**
 * Takes over the server that a killed process of ours left running on the folder. One that cannot be used as
 * it is (other settings, moved folder, already stopping) is stopped; undefined then, or when there is none.
 */
export async function adoptServer(
  folder: DataFolder,
  runner: ProgramRunner,
  password: string,
  durable: boolean,
): Promise<RunningServer | undefined> {
  const found = await findServer(folder.cluster);
  if (!found) return undefined;
  const port = (await waitUntilReady(folder.cluster, found)) ? await readPort(folder, found) : undefined;
  const expected = { folder: folderAsSeen(runner, folder.cluster), pid: found.pid, durable };
  if (port !== undefined && (await answersAs(expected, port, password))) return { process: found, port };
  await stopServer(found);
  return undefined;
}

async function readPort(folder: DataFolder, server: ProcessIdentity): Promise<number | undefined> {
  const file = await readPostmasterFile(folder.cluster);
  return file?.pid === server.pid ? file.port : undefined;
}

async function answersAs(
  expected: { folder: string; pid: number; durable: boolean },
  port: number,
  password: string,
): Promise<boolean> {
  try {
    const client = await connectToServer(port, password);
    try {
      return await isExpectedServer(client, expected);
    } finally {
      await client.end();
    }
  } catch {
    return false;
  }
}
