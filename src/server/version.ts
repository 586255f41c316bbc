import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';

/** The version of this program, as its package.json has it, wherever the compiled files lie. */
export function readVersion(): string {
  const path = findPackageJSON('..', import.meta.url);
  const { version } = JSON.parse(path === undefined ? '{}' : readFileSync(path, 'utf8')) as {
    version?: string;
  };
  if (version === undefined) throw new Error('no package.json with a version above the program');
  return version;
}
