import { realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** An account of the system by its numbers, taken without the special powers root has. */
export interface SystemUser {
  uid: number;
  gid: number;
}

const READ = 4;
const PASS = 1;

/** True when the user may pass through the folder and through all the folders above it. */
export async function canPassThrough(folder: string, user: SystemUser): Promise<boolean> {
  for (let path = await realpath(folder); ; path = dirname(path)) {
    if (!(await isPermitted(path, user, PASS))) return false;
    if (path === dirname(path)) return true;
  }
}

/** True when the user may read the file, the folders above included. */
export async function canRead(file: string, user: SystemUser): Promise<boolean> {
  const path = await realpath(file);
  return (await isPermitted(path, user, READ)) && (await canPassThrough(dirname(path), user));
}

async function isPermitted(path: string, user: SystemUser, bit: number): Promise<boolean> {
  const { mode, uid, gid } = await stat(path);
  const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
  return ((mode >> shift) & bit) !== 0;
}
