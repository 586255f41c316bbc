import { chmod, cp, lstat, mkdtemp, readFile, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { completeLibraryLinks } from './library-links.js';

/**
 * A copy of PostgreSQL's programs in the system's folder for temporary files, readable by every user of the
 * machine and writable by this one only. Made once per version; returns its folder (`bin`, `lib`, `share`).
 */
export async function copyBinaries(binaries: string, onMessage: (message: string) => void): Promise<string> {
  const home = join(tmpdir(), `intowork-postgres-${await readVersion(binaries)}-${process.getuid?.() ?? 0}`);
  const copy = join(home, 'native');
  if (await isOurs(home)) {
    if (await isWhole(copy, binaries)) return copy;
    await rm(home, { recursive: true, force: true });
  }
  onMessage(`PostgreSQL's programs cannot be run where they are installed; copying them to ${home} (60 MB).`);
  const draft = await mkdtemp(`${home}.`);
  await cp(binaries, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
  await completeLibraryLinks(join(draft, 'native'));
  await openForReading(draft);
  await moveInto(draft, home);
  return copy;
}

/** A folder of that name made by another user could hold anything: it is never run. */
async function isOurs(home: string): Promise<boolean> {
  const found = await lstat(home).catch(() => undefined);
  if (!found) return false;
  if (found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0) return true;
  throw new Error(
    `${home} is not a folder of this user: remove it, or set DATABASE_URL to a PostgreSQL server.`,
  );
}

/** Cleaners of temporary folders remove single old files, so every file is looked for. */
async function isWhole(copy: string, binaries: string): Promise<boolean> {
  const copied = new Set(await readdir(copy, { recursive: true }).catch(() => []));
  return (await readdir(binaries, { recursive: true })).every((path) => copied.has(path));
}

/** Opens the copy to everybody whatever the umask and the modes of the original were. */
async function openForReading(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    await chmod(join(entry.parentPath, entry.name), 0o755);
  }
}

async function moveInto(draft: string, home: string): Promise<void> {
  try {
    await rename(draft, home);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Another process of ours was faster: its copy is as good.
    if (!(await isOurs(home))) throw error;
  }
}

async function readVersion(binaries: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(binaries, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}
