import { lstat, readFile, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

interface LibraryLink {
  source: string;
  target: string;
}

/**
 * Makes the symbolic links between the libraries that npm cannot pack; the package's install script makes them
 * too, but may have been blocked. False when they are missing and cannot be made (a read-only node_modules).
 */
export async function completeLibraryLinks(binaries: string): Promise<boolean> {
  const packageFolder = join(binaries, '..');
  for (const { source, target } of await readLinks(binaries)) {
    // Both are in one folder: a bare file name keeps the link right when the folder is moved or copied.
    const made = await makeLink(basename(source), join(packageFolder, dirname(source), basename(target)));
    if (!made) return false;
  }
  return true;
}

async function readLinks(binaries: string): Promise<LibraryLink[]> {
  try {
    return JSON.parse(await readFile(join(binaries, 'pg-symlinks.json'), 'utf8')) as LibraryLink[];
  } catch {
    // Packages of platforms without such links have no list.
    return [];
  }
}

async function makeLink(source: string, path: string): Promise<boolean> {
  if (await exists(path)) return true;
  try {
    await symlink(source, path);
    return true;
  } catch {
    // Another process may have made it meanwhile.
    return exists(path);
  }
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
