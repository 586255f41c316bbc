import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { openTestDatabase, type OpenTestDatabase } from './open-database.js';

describe('the migrated database', () => {
  let database: OpenTestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  it('is what the entities say it is', async () => {
    expect((await database.orm.schema.getUpdateSchemaSQL()).trim()).toBe('');
  });

  it('would be told apart from the entities if a column, an index or a check were missing', async () => {
    const another = await openTestDatabase();
    try {
      await another.db.rows(sql<object>`alter table candidates drop column summary`);
      await another.db.rows(sql<object>`drop index jobs_expires_at_index`);
      await another.db.rows(sql<object>`alter table jobs drop constraint jobs_salary_check`);
      const update = await another.orm.schema.getUpdateSchemaSQL();
      expect(update).toContain('summary');
      expect(update).toContain('jobs_expires_at_index');
      expect(update).toContain('jobs_salary_check');
    } finally {
      await another.close();
    }
  });

  it('has an index that starts with the columns of each foreign key', async () => {
    const foreignKeys = await database.db.rows(sql<{ name: string; isIndexed: boolean }>`
      select c.conname as name, exists (
        select from pg_index i
        where i.indrelid = c.conrelid and i.indisvalid and i.indpred is null
          and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey
          and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] <@ c.conkey
      ) as "isIndexed"
      from pg_constraint c where c.contype = 'f' order by c.conname`);
    expect(foreignKeys.length).toBeGreaterThanOrEqual(30);
    expect(foreignKeys.filter(({ isIndexed }) => !isIndexed)).toEqual([]);
  });

  it('has a rule for each foreign key of what happens on delete, written in its name', async () => {
    const rules = await database.db.rows(sql<{ rule: string; columns: string[] }>`
      select case confdeltype when 'c' then 'cascade' when 'n' then 'set null' else 'refuse' end as rule,
        array_agg(conrelid::regclass || '.' || (select attname from pg_attribute
          where attrelid = conrelid and attnum = conkey[1]) order by 1) as columns
      from pg_constraint where contype = 'f' group by 1 order by 1`);
    const columnsOf = (rule: string): string[] =>
      (rules.find((row) => row.rule === rule)?.columns ?? []).toSorted();
    // Only a job with applications resists: everything else goes with its owner or outlives it.
    expect(columnsOf('refuse')).toEqual(['applications.job_id']);
    expect(columnsOf('set null')).toEqual([
      'application_events.actor_user_id',
      'application_events.employer_id',
      'application_notes.employer_id',
      'applications.cv_id',
      'applications.employer_id',
      'company_invitations.invited_by_user_id',
      'employers.company_id',
      'job_events.employer_id',
      'jobs.employer_id',
      'user_invitations.invited_by_user_id',
    ]);
  });
});
