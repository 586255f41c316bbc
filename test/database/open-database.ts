import { MikroORM } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { migrations } from '../../migrations/migrations.js';
import { Database } from '../../src/platform/database/database.js';
import { ormOptions } from '../../src/platform/database/orm.js';
import { entities } from '../../src/server/entities.js';
import { createTestDatabase } from '../support/test-database.js';

export interface OpenTestDatabase {
  url: string;
  db: Database;
  orm: MikroORM;
  close(): Promise<void>;
}

/** The ORM as a process has it. */
export function connect(url: string): Promise<MikroORM> {
  return MikroORM.init({
    ...ormOptions({ databaseUrl: url, entities, migrations, poolSize: 2 }),
    logger: () => undefined,
  });
}

/** A migrated database of a test's own, without a server on it. */
export async function openTestDatabase(): Promise<OpenTestDatabase> {
  const database = await createTestDatabase();
  const { url } = database;
  const orm = await connect(url);
  const db = await Database.on(orm);
  return {
    url,
    db,
    orm,
    close: async () => {
      await orm.close(true);
      await database.drop();
    },
  };
}

/** The same without anything in it. */
export async function openEmptyDatabase(): Promise<OpenTestDatabase> {
  const database = await openTestDatabase();
  await database.db.rows(sql<object>`drop schema public cascade`);
  await database.db.rows(sql<object>`create schema public`);
  return database;
}
