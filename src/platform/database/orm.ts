import { Migrator } from '@mikro-orm/migrations';
import {
  defineConfig,
  MikroORM,
  type EntityClass,
  type MigrationObject,
  type Options,
} from '@mikro-orm/postgresql';
import type { ClientBase } from 'pg';
import type { Logger } from '../logging.js';

export interface OrmSettings {
  databaseUrl: string;
  entities: EntityClass<object>[];
  migrations: MigrationObject[];
  /** Connections this process may hold. */
  poolSize: number;
  /** Hears what the migrations do; nobody does without it. */
  log?: Logger;
}

/** MikroORM options; entities and migrations come from above, because platform knows nothing of recruitment. */
export function ormOptions({ databaseUrl, entities, migrations, poolSize, log }: OrmSettings): Options {
  return defineConfig({
    clientUrl: databaseUrl,
    entities,
    extensions: [Migrator],
    forceUtcTimezone: true,
    colors: false,
    logger: (message) => log?.debug(message),
    pool: { min: 0, max: poolSize },
    driverOptions: { onConnect: setUp },
    migrations: {
      migrationsList: migrations,
      path: 'migrations',
      snapshot: false,
      tableName: 'migrations',
      transactional: true,
      allOrNothing: true,
    },
    schemaGenerator: {
      // Kept by SQL in the migrations, invisible to the entities.
      ignoreTriggers: true,
      ignoreRoutines: true,
      ignoreSchema: ['graphile_worker'],
      skipTables: ['row_counts', 'row_count_changes', 'job_search', 'job_words'],
    },
  });
}

/**
 * The first statement of each connection. PostgreSQL would compile a statement that looks costly anew each time it runs it,
 * which takes longer than most of ours run. No start-up option, because connection poolers refuse those.
 */
export const SET_UP_CONNECTION = 'set jit = off';

async function setUp(client: ClientBase): Promise<void> {
  await client.query(SET_UP_CONNECTION);
}

/** Connects to PostgreSQL. */
export function startOrm(settings: OrmSettings): Promise<MikroORM> {
  return MikroORM.init(ormOptions(settings));
}
