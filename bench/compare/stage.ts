import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { migrations } from '../../migrations/migrations.js';
import { Database } from '../../src/platform/database/database.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { startOrm } from '../../src/platform/database/orm.js';
import { entities } from '../../src/server/entities.js';
import { bareStatements, type BareStatements } from './bare-statements.js';
import { signInTheCast, type Cast } from './cast.js';
import { dashboardTimes, type StatementTime } from './dashboard-times.js';
import { bringForwardAverageCompanies } from './newest-companies.js';
import { copyDatabase } from './run-database.js';
import { scannedTables } from './scanned-tables.js';
import { TOKENS } from './servers.js';
import { volumesOf } from './volumes.js';

/** Everything a run needs before the first server starts. */
export interface Stage {
  databaseUrl: string;
  cast: Cast;
  bareStatements: BareStatements;
  /** Hot statements that have lost their index. */
  scannedTables: string[];
  /** The dashboards' SQL alone. */
  dashboardTimes: StatementTime[];
  /** What the database holds, in words. */
  volumes: string;
}

/** Runs something on a fresh copy of the seeded database, which is dropped whatever comes. */
export async function onStage<T>(sourceUrl: string, act: (stage: Stage) => Promise<T>): Promise<T> {
  const copy = await copyDatabase(sourceUrl);
  const dropAndEnd = (): void => void copy.drop().finally(() => process.exit(130));
  process.once('SIGINT', dropAndEnd).once('SIGTERM', dropAndEnd);
  try {
    return await act(await setStage(copy.url));
  } finally {
    process.off('SIGINT', dropAndEnd).off('SIGTERM', dropAndEnd);
    await copy.drop();
  }
}

async function setStage(databaseUrl: string): Promise<Stage> {
  const orm = await startOrm({ databaseUrl, entities, migrations, poolSize: 1 });
  try {
    await migrate(orm, databaseUrl);
    const db = await Database.on(orm);
    const added = await readFile(new URL('postgraphile.sql', import.meta.url), 'utf8');
    await db.unprepared.rows(sql.raw(added));
    await bringForwardAverageCompanies(db);
    const cast = await signInTheCast(db, TOKENS);
    return {
      databaseUrl,
      cast,
      bareStatements: await bareStatements(db, cast, TOKENS),
      scannedTables: await scannedTables(db),
      dashboardTimes: await dashboardTimes(db),
      volumes: await volumesOf(db),
    };
  } finally {
    await orm.close();
  }
}
