import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { tableDigests } from '../support/table-digests.js';
import { fillEveryTable, type Ids } from './every-table.js';
import { openTestDatabase, type OpenTestDatabase } from './open-database.js';

describe('the database', () => {
  let database: OpenTestDatabase;
  let ids: Ids;
  beforeEach(async () => {
    database = await openTestDatabase();
    ids = await fillEveryTable(database.db);
  });
  afterEach(() => database.close());

  const remove = (table: string, id: string) =>
    database.db.rows(sql<object>`delete from ${sql.table(table)} where id = ${id}`);

  async function counts(...tables: string[]): Promise<Record<string, number>> {
    const found: Record<string, number> = {};
    for (const table of tables) {
      const row = await database.db.row(
        sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`,
      );
      found[table] = row?.n ?? 0;
    }
    return found;
  }

  it('deletes with a candidate all that is theirs, applications and their histories too', async () => {
    await remove('users', ids.candidate);
    const gone = [
      'candidates',
      'experiences',
      'educations',
      'skills',
      'cvs',
      'sessions',
      'provider_identities',
      'password_resets',
      'email_confirmations',
      'applications',
      'application_events',
      'application_notes',
      'notifications',
    ];
    expect(await counts(...gone)).toEqual(Object.fromEntries(gone.map((table) => [table, 0])));
    expect(await counts('users', 'companies', 'jobs', 'job_events', 'audit_log')).toEqual({
      users: 3,
      companies: 1,
      jobs: 2,
      job_events: 2,
      audit_log: 1,
    });
  });

  it('keeps the company, its jobs and their applications when their author goes, and names nobody', async () => {
    const kept = [
      'companies',
      'jobs',
      'job_events',
      'applications',
      'application_events',
      'application_notes',
    ];
    const before = await counts(...kept);
    await remove('users', ids.author);
    expect(await counts(...kept)).toEqual(before);
    expect(await counts('employers', 'notifications', 'company_invitations')).toEqual({
      employers: 1,
      notifications: 0,
      company_invitations: 1,
    });
    for (const table of ['jobs', 'job_events', 'applications', 'application_events', 'application_notes']) {
      const owners = await database.db.rows(sql<object>`
        select distinct employer_id as owner from ${sql.table(table)}`);
      expect(owners).toEqual([{ owner: null }]);
    }
  });

  it('keeps the history of an application when somebody in it goes, without the actor', async () => {
    await remove('users', ids.author);
    const history = await database.db.rows(sql<object>`
      select actor, actor_user_id as "actorUserId", from_status as "from", to_status as "to"
      from application_events where application_id = ${ids.rejected} order by id`);
    expect(history).toEqual([
      { actor: 'CANDIDATE', actorUserId: ids.candidate, from: null, to: 'APPLIED' },
      { actor: 'EMPLOYER', actorUserId: null, from: 'APPLIED', to: 'REJECTED' },
    ]);
  });

  it('keeps the audit log when the administrator goes, and whose act it was', async () => {
    await remove('users', ids.admin);
    const entries = await database.db.rows(sql<object>`select actor_user_id as actor, action from audit_log`);
    expect(entries).toEqual([{ actor: ids.admin, action: 'USER_DEACTIVATED' }]);
  });

  it('deletes with a company its jobs and all about them, and keeps its people', async () => {
    await remove('companies', ids.company);
    const gone = [
      'jobs',
      'job_events',
      'job_views',
      'applications',
      'application_events',
      'application_notes',
      'notifications',
      'company_invitations',
    ];
    expect(await counts(...gone)).toEqual(Object.fromEntries(gone.map((table) => [table, 0])));
    expect(await counts('users', 'employers', 'candidates', 'cvs')).toEqual({
      users: 4,
      employers: 2,
      candidates: 1,
      cvs: 1,
    });
    const members = await database.db.rows(sql<object>`select distinct company_id as company from employers`);
    expect(members).toEqual([{ company: null }]);
  });

  it('refuses to delete a job with applications', async () => {
    const before = await tableDigests(database.db);
    await expect(remove('jobs', ids.job)).rejects.toMatchObject({
      constraint: 'applications_job_id_foreign',
    });
    expect(await tableDigests(database.db)).toEqual(before);
  });

  it('deletes a job without applications, with its history', async () => {
    await remove('jobs', ids.draft);
    expect(await counts('jobs', 'job_events')).toEqual({ jobs: 1, job_events: 1 });
  });

  it('keeps an application whose CV is deleted', async () => {
    await remove('cvs', ids.cv);
    const application = await database.db.row(sql<object>`
      select status, cv_id as cv from applications where id = ${ids.application}`);
    expect(application).toEqual({ status: 'APPLIED', cv: null });
  });
});
