import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { migrations } from '../../migrations/migrations.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { catalogOf } from './catalog.js';
import { fillEveryTable } from './every-table.js';
import { connect, openEmptyDatabase, openTestDatabase, type OpenTestDatabase } from './open-database.js';

const NAMES = migrations.map(({ name }) => name);

describe('the migrations', () => {
  let database: OpenTestDatabase;
  afterEach(() => database.close());

  const executed = async (): Promise<string[]> =>
    (await database.orm.migrator.getExecuted()).map(({ name }) => name);

  describe('on an empty database', () => {
    beforeEach(async () => {
      database = await openEmptyDatabase();
    });

    it('go up, leave nothing behind when they go down, and make the same again', async () => {
      const { db, orm } = database;
      expect(await catalogOf(db)).toEqual([]);
      await orm.migrator.up();
      const made = await catalogOf(db);
      expect(made).toEqual(expect.arrayContaining(['extension citext', 'relation r jobs ']));

      await orm.migrator.down({ to: 0 });
      expect(await catalogOf(db)).toEqual([]);
      expect(await executed()).toEqual([]);

      await orm.migrator.up();
      expect(await catalogOf(db)).toEqual(made);
      expect(await executed()).toEqual(NAMES);
    });

    it('each undo exactly what they did', async () => {
      const { db, orm } = database;
      for (const name of NAMES) {
        const before = await catalogOf(db);
        await orm.migrator.up({ to: name });
        const after = await catalogOf(db);
        expect(after).not.toEqual(before);
        await orm.migrator.down();
        expect(await catalogOf(db)).toEqual(before);
        await orm.migrator.up({ to: name });
        expect(await catalogOf(db)).toEqual(after);
      }
      expect(await orm.migrator.getPending()).toEqual([]);
    });

    it('run once when several processes start at the same time', async () => {
      const processes = await Promise.all(Array.from({ length: 4 }, () => connect(database.url)));
      try {
        await Promise.all(processes.map((orm) => migrate(orm, database.url)));
      } finally {
        await Promise.all(processes.map((orm) => orm.close(true)));
      }
      expect(await executed()).toEqual(NAMES);
    });
  });

  describe('on a database full of data', () => {
    beforeEach(async () => {
      database = await openTestDatabase();
      await fillEveryTable(database.db);
    });

    it('go down and up one by one', async () => {
      const { db, orm } = database;
      const made = await catalogOf(db);
      for (const name of NAMES.toReversed()) {
        expect(await executed()).toContain(name);
        await orm.migrator.down();
        expect(await executed()).not.toContain(name);
      }
      expect(await catalogOf(db)).toEqual([]);
      for (const name of NAMES) await orm.migrator.up({ to: name });
      expect(await catalogOf(db)).toEqual(made);
    });

    it('lose no job to losing its search, and find it again afterwards', async () => {
      const { db, orm } = database;
      const search = () =>
        db.rows(
          sql<object>`select job_id, search_vector::text, plain_location from job_search order by job_id`,
        );
      const before = await search();
      expect(JSON.stringify(before)).toContain('okoum');
      const count = () => db.row(sql<object>`select count(*) from jobs`);
      const jobs = await count();
      await orm.migrator.down({ to: '0007-create-notifications' });
      expect(await count()).toEqual(jobs);
      await orm.migrator.up();
      expect(await search()).toEqual(before);
    });

    it('count what is there when the kept totals come back', async () => {
      const { db, orm } = database;
      const totals = async () =>
        db.row(sql<object>`
          select row_count('applications')::int as applications, row_count('notifications')::int as notifications,
            row_count('jobs', 'PUBLISHED')::int as jobs, row_count('users', 'ADMIN active')::int as administrators`);
      const before = await totals();
      await orm.migrator.down({ to: '0008-create-job-search' });
      await orm.migrator.up();
      expect(await totals()).toEqual(before);
      expect(before).toEqual({ applications: 2, notifications: 1, jobs: 1, administrators: 1 });
    });
  });
});
