import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { locateBinaries, programPath } from './binaries.js';
import { copyBinaries } from './copied-binaries.js';
import type { DataFolder } from './data-folder.js';
import { HOW_TO_GO_ON } from './how-to-go-on.js';
import { completeLibraryLinks } from './library-links.js';
import { canPassThrough, canRead } from './path-access.js';
import type { SystemUser } from './path-access.js';
import { areNamespacesAllowed } from './program-runner.js';
import type { ProgramRunner } from './program-runner.js';

const ROOT: SystemUser = { uid: 0, gid: 0 };
const NOBODY: SystemUser = { uid: 65534, gid: 65534 };

type Report = (message: string) => void;

/** Decides how PostgreSQL's programs are run for this user, this folder and this machine. */
export async function chooseRunner(folder: DataFolder, onMessage: Report): Promise<ProgramRunner> {
  const installed = locateBinaries();
  const binaries = (await completeLibraryLinks(installed))
    ? installed
    : await copyBinaries(installed, onMessage);
  const owner = await readOwner(folder.cluster);
  const self = process.getuid?.();
  if (self === 0) return chooseForRoot(binaries, folder.root, owner, onMessage);
  if (owner && self !== undefined && owner.uid !== self) {
    throw new Error(
      `The embedded database in ${folder.root} belongs to user id ${owner.uid}, not to ${self}. Start as that user, or go on without: ${HOW_TO_GO_ON}`,
    );
  }
  return { binaries, way: 'path' };
}

/** The owner of an existing cluster decides first, so that it stays usable by whoever made it. */
async function chooseForRoot(
  binaries: string,
  root: string,
  owner: SystemUser | undefined,
  onMessage: Report,
): Promise<ProgramRunner> {
  const user = owner && owner.uid !== ROOT.uid ? owner : NOBODY;
  const known = await isKnownHere(user);
  const canRun = known && (await canUsePrograms(binaries, user));
  const canWalk = known && (await canPassThrough(root, user));
  const ordinary: ProgramRunner = { binaries, way: 'path', user };
  if (owner?.uid !== ROOT.uid && canRun && canWalk) return ordinary;
  if (owner === undefined || owner.uid === ROOT.uid) {
    const open = (await canUsePrograms(binaries, ROOT)) && (await canPassThrough(root, ROOT));
    if (open && (await areNamespacesAllowed())) return { binaries, way: 'namespace' };
  }
  if (!known || process.platform !== 'linux') {
    throw new Error(
      `PostgreSQL refuses to run as root, and no other way works here. Start as another user, or set DATABASE_URL.`,
    );
  }
  if (canRun && canWalk) return ordinary;
  const readable = canRun ? binaries : await copyBinaries(binaries, onMessage);
  return { binaries: readable, way: canWalk ? 'path' : 'descriptor', user };
}

/** One file of every kind stands for all: npm gives them the same modes. */
async function canUsePrograms(binaries: string, user: SystemUser): Promise<boolean> {
  const files = [programPath(binaries, 'postgres'), join(binaries, 'share', 'postgresql', 'postgres.bki')];
  const readable = await Promise.all(files.map((file) => canRead(file, user)));
  return readable.every(Boolean) && (await canPassThrough(join(binaries, 'lib'), user));
}

/** In a container without privileges the other user ids may not exist at all. */
async function isKnownHere(user: SystemUser): Promise<boolean> {
  const map = await readFile('/proc/self/uid_map', 'utf8').catch(() => '0 0 4294967295');
  return map
    .trim()
    .split('\n')
    .some((line) => {
      const [first = 0, , count = 0] = line.trim().split(/\s+/).map(Number);
      return user.uid >= first && user.uid < first + count;
    });
}

async function readOwner(cluster: string): Promise<SystemUser | undefined> {
  const found = await stat(cluster).catch(() => undefined);
  return found && { uid: found.uid, gid: found.gid };
}
