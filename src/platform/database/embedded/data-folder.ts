import { mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { HOW_TO_GO_ON } from './how-to-go-on.js';

/** The absolute paths of all that the embedded database keeps. */
export interface DataFolder {
  root: string;
  /** PostgreSQL's own data directory. */
  cluster: string;
  passwordFile: string;
  logFile: string;
  previousLogFile: string;
  ownerLock: string;
}

/** Makes the folder when missing; symbolic links are resolved, so one folder has one name. */
export async function openDataFolder(dataDir: string): Promise<DataFolder> {
  const root = await makeFolder(dataDir);
  return {
    root,
    cluster: join(root, 'cluster'),
    passwordFile: join(root, 'password'),
    logFile: join(root, 'postgres.log'),
    previousLogFile: join(root, 'postgres.previous.log'),
    ownerLock: join(root, 'owner.lock'),
  };
}

async function makeFolder(dataDir: string): Promise<string> {
  // Started as root, PostgreSQL runs as somebody else, who must be able to pass through (not to list).
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
  try {
    await mkdir(dataDir, { recursive: true, mode });
    return await realpath(dataDir);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The folder ${dataDir} cannot be used for the embedded database (${reason}). ${HOW_TO_GO_ON}`,
      {
        cause: error,
      },
    );
  }
}
