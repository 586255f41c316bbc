import { readFile } from 'node:fs/promises';
import { adoptServer } from './adopt-server.js';
import { chooseRunner } from './choose-runner.js';
import { createCluster, hasCluster } from './create-cluster.js';
import type { DataFolder } from './data-folder.js';
import { HOW_TO_GO_ON } from './how-to-go-on.js';
import { folderAsSeen } from './program-runner.js';
import type { ProgramRunner } from './program-runner.js';
import { runServer } from './run-server.js';
import type { RunningServer } from './run-server.js';
import { connectToServer, ensureDatabase, isExpectedServer } from './server-connection.js';
import { stopServer } from './stop-server.js';

export interface ServerSettings {
  port: number;
  durable: boolean;
  database: string;
  onMessage: (message: string) => void;
}

/** Makes the cluster when there is none, then starts or adopts its server and makes the database. */
export async function startServer(
  folder: DataFolder,
  settings: ServerSettings,
): Promise<{ server: RunningServer; password: string }> {
  const { durable, onMessage } = settings;
  const runner = await chooseRunner(folder, onMessage);
  if (!(await hasCluster(folder))) {
    onMessage(`Making the embedded database in ${folder.root}.`);
    await createCluster(folder, runner, durable);
  }
  const password = await readPassword(folder);
  const adopted = await adoptServer(folder, runner, password, durable);
  if (adopted) onMessage(`Went on with the PostgreSQL server left running in ${folder.root}.`);
  const server = adopted ?? (await runServer(folder, runner, settings));
  if (!adopted && server.port !== settings.port) {
    onMessage(`Port ${settings.port} is taken: the embedded PostgreSQL listens on ${server.port}.`);
  }
  try {
    await prepareDatabase(folder, runner, settings, server, password);
  } catch (error) {
    await stopServer(server.process);
    throw error;
  }
  return { server, password };
}

async function prepareDatabase(
  folder: DataFolder,
  runner: ProgramRunner,
  { database, durable }: ServerSettings,
  server: RunningServer,
  password: string,
): Promise<void> {
  const client = await connectToServer(server.port, password);
  try {
    const expected = { folder: folderAsSeen(runner, folder.cluster), pid: server.process.pid, durable };
    if (!(await isExpectedServer(client, expected))) {
      throw new Error(
        `Another PostgreSQL server than that of ${folder.root} answers on port ${server.port}.`,
      );
    }
    await ensureDatabase(client, database);
  } finally {
    await client.end();
  }
}

async function readPassword(folder: DataFolder): Promise<string> {
  try {
    return (await readFile(folder.passwordFile, 'utf8')).trim();
  } catch (error) {
    throw new Error(
      `The embedded database's password file ${folder.passwordFile} cannot be read. ${HOW_TO_GO_ON}`,
      {
        cause: error,
      },
    );
  }
}
