import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { access, cp, lstat, mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { locateBinaries, programPath } from '../../../src/platform/database/embedded/binaries.js';
import { completeLibraryLinks } from '../../../src/platform/database/embedded/library-links.js';
import { useEmbeddedServers } from './support/embedded-servers.js';

const servers = useEmbeddedServers();

describe("PostgreSQL's programs", () => {
  it('are those of the installed package', async () => {
    await access(programPath(locateBinaries(), 'postgres'));
    await access(programPath(locateBinaries(), 'initdb'));
  });

  it('run although the install script of the package was blocked', async () => {
    const installed = locateBinaries();
    const copy = join(await servers.makeDataDir(), 'native');
    await mkdir(dirname(copy));
    await cp(installed, copy, { recursive: true, filter: isNeeded });
    const initdb = programPath(copy, 'initdb');
    expect(() => execFileSync(initdb, ['--version'], { stdio: 'pipe' })).toThrow('shared libraries');
    expect(await completeLibraryLinks(copy)).toBe(true);
    expect(execFileSync(initdb, ['--version'], { encoding: 'utf8' })).toContain('PostgreSQL');
  });

  it('are reported as unusable where their links are missing and cannot be made', async () => {
    const copy = join(await servers.makeDataDir(), 'native');
    await cp(join(locateBinaries(), 'pg-symlinks.json'), join(copy, 'pg-symlinks.json'));
    expect(await readdir(copy)).toEqual(['pg-symlinks.json']);
    expect(await completeLibraryLinks(copy)).toBe(false);
    await rm(copy, { recursive: true });
  });
});

async function isNeeded(path: string): Promise<boolean> {
  return !path.includes('share') && !path.endsWith('.a') && !(await lstat(path)).isSymbolicLink();
}
