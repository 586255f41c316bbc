import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { insertRows } from '../support/insert-rows.js';
import { tableDigests } from '../support/table-digests.js';
import { fillEveryTable, row, type Ids } from './every-table.js';
import { openTestDatabase, type OpenTestDatabase } from './open-database.js';

type Row = Record<string, unknown>;

describe('the database', () => {
  let database: OpenTestDatabase;
  let ids: Ids;
  beforeAll(async () => {
    database = await openTestDatabase();
    ids = await fillEveryTable(database.db);
    await insertRows(database.db, 'users', [row.user({ email: 'Taken@Example.org' })]);
  });
  afterAll(() => database.close());

  async function expectRefusal(table: string, bad: Row, constraint: string): Promise<void> {
    const before = await tableDigests(database.db);
    const attempt = insertRows(database.db, table, [bad]);
    await expect(attempt).rejects.toMatchObject({ constraint });
    expect(await tableDigests(database.db)).toEqual(before);
  }

  const ofCandidate = (columns: object = {}) => ({ candidate_id: ids.candidateProfile, ...columns });
  const ofJob = (columns: object = {}) => ({
    company_id: ids.company,
    employer_id: ids.authorProfile,
    job_id: ids.job,
    candidate_id: ids.candidateProfile,
    ...columns,
  });
  const job = (columns: object) => row.job({ company_id: ids.company, ...columns });

  it.each<[string, string, () => Row, string]>([
    [
      'a second user with an e-mail address, whatever its case',
      'users',
      () => row.user({ email: 'tAKEN@eXAMPLE.ORG' }),
      'users_email_unique',
    ],
    ['an unknown role', 'users', () => row.user({ role: 'candidate' }), 'users_role_check'],
    [
      'a second candidate profile of a user',
      'candidates',
      () => row.candidate({ user_id: ids.candidate }),
      'candidates_user_id_unique',
    ],
    [
      'a second employer profile of a user',
      'employers',
      () => row.employer({ user_id: ids.author }),
      'employers_user_id_unique',
    ],
    ['an unknown company size', 'companies', () => row.company({ size: '1-10' }), 'companies_size_check'],
    [
      'an upside-down salary expectation',
      'candidates',
      () => row.candidate({ user_id: ids.admin, salary_expectation_min: 2, salary_expectation_max: 1 }),
      'candidates_salary_expectation_check',
    ],
    [
      'negative years of experience',
      'candidates',
      () => row.candidate({ user_id: ids.admin, years_experience: -1 }),
      'candidates_years_experience_check',
    ],
    [
      'a salary of more at least than at most',
      'jobs',
      () => job({ salary_min: 2, salary_max: 1 }),
      'jobs_salary_check',
    ],
    ['a negative lowest salary', 'jobs', () => job({ salary_min: -1 }), 'jobs_salary_check'],
    [
      'a negative highest salary without a lowest',
      'jobs',
      () => job({ salary_min: null, salary_max: -1 }),
      'jobs_salary_check',
    ],
    [
      'a published job that was never posted',
      'jobs',
      () => job({ posted_at: null }),
      'jobs_published_has_posted_at_check',
    ],
    ['an unknown job status', 'jobs', () => job({ status: 'OPEN' }), 'jobs_status_check'],
    ['an unknown job type', 'jobs', () => job({ type: 'full_time' }), 'jobs_type_check'],
    ['an unknown location type', 'jobs', () => job({ location_type: 'MOON' }), 'jobs_location_type_check'],
    ['an unknown salary period', 'jobs', () => job({ salary_period: 'WEEK' }), 'jobs_salary_period_check'],
    ['a negative count of views', 'jobs', () => job({ views_count: -1 }), 'jobs_counts_check'],
    [
      'a second live application of a candidate to a job',
      'applications',
      () => row.application(ofJob({ status: 'SHORTLISTED' })),
      'applications_one_live_per_candidate_and_job',
    ],
    [
      'a live application beside an accepted one',
      'applications',
      () => row.application(ofJob({ status: 'ACCEPTED' })),
      'applications_one_live_per_candidate_and_job',
    ],
    [
      'an unknown application status',
      'applications',
      () => row.application(ofJob({ status: 'PENDING' })),
      'applications_status_check',
    ],
    [
      'a source that needs an explanation without one',
      'applications',
      () => row.application(ofJob({ status: 'REJECTED', source: 'OTHER' })),
      'applications_source_detail_check',
    ],
    [
      'an explanation of a source that needs none',
      'applications',
      () => row.application(ofJob({ status: 'REJECTED', source_detail: 'Radio' })),
      'applications_source_detail_check',
    ],
    [
      'a rating of 6',
      'applications',
      () => row.application(ofJob({ status: 'REJECTED', rating: 6 })),
      'applications_rating_check',
    ],
    ['a second active CV', 'cvs', () => row.cv(ofCandidate()), 'cvs_one_active_unique'],
    [
      'an empty CV',
      'cvs',
      () => row.cv(ofCandidate({ is_active: false, size_bytes: 0 })),
      'cvs_size_bytes_check',
    ],
    [
      'the same skill twice, whatever its case',
      'skills',
      () => row.skill(ofCandidate({ name: 'EXCEL' })),
      'skills_candidate_id_name_unique',
    ],
    [
      'a skill of level 0',
      'skills',
      () => row.skill(ofCandidate({ name: 'x', level: 0 })),
      'skills_level_check',
    ],
    [
      'a skill of level 6',
      'skills',
      () => row.skill(ofCandidate({ name: 'x', level: 6 })),
      'skills_level_check',
    ],
    [
      'an unknown skill category',
      'skills',
      () => row.skill(ofCandidate({ name: 'x', category: 'HARD' })),
      'skills_category_check',
    ],
    [
      'a notification of an unknown type',
      'notifications',
      () => ({ id: ids.job, created_at: new Date(), user_id: ids.author, type: 'new_job', payload: {} }),
      'notifications_type_check',
    ],
    [
      'an event to an unknown status of a job',
      'job_events',
      () => row.jobEvent({ company_id: ids.company, job_id: ids.job, to_status: 'GONE' }),
      'job_events_to_status_check',
    ],
    [
      'an event to an unknown status of an application',
      'application_events',
      () =>
        row.applicationEvent({ company_id: ids.company, application_id: ids.application, to_status: 'GONE' }),
      'application_events_to_status_check',
    ],
    [
      'an application to no job',
      'applications',
      () => row.application(ofJob({ job_id: ids.company })),
      'applications_job_id_foreign',
    ],
  ])('refuses %s', async (_what, table, bad, constraint) => {
    await expectRefusal(table, bad(), constraint);
  });

  const badMonths = ['2020-13', '2020-00', '2020-1', '20-01', '2020-01-01', 'janvier 2020', '2020/01', ''];

  describe.each(['experience', 'education'] as const)('in an %s', (kind) => {
    const table = `${kind}s`;

    it.each(badMonths)('refuses %j as the month of its start', async (month) => {
      await expectRefusal(
        table,
        row[kind](ofCandidate({ start_month: month, end_month: null })),
        `${table}_start_month_check`,
      );
    });

    it.each(badMonths)('refuses %j as the month of its end', async (month) => {
      await expectRefusal(table, row[kind](ofCandidate({ end_month: month })), `${table}_end_month_check`);
    });

    it('refuses an end before the start', async () => {
      const columns = ofCandidate({ start_month: '2020-02', end_month: '2020-01' });
      await expectRefusal(table, row[kind](columns), `${table}_end_month_check`);
    });

    it('takes an end in the month of the start, and none at all', async () => {
      await insertRows(database.db, table, [
        row[kind](ofCandidate({ start_month: '2020-02', end_month: '2020-02' })),
        row[kind](ofCandidate({ start_month: '2020-02', end_month: null })),
      ]);
    });
  });

  it('takes a new application beside rejected and withdrawn ones', async () => {
    const otherJob = job({});
    await insertRows(database.db, 'jobs', [otherJob]);
    const ties = ofJob({ job_id: otherJob.id });
    for (const status of ['REJECTED', 'WITHDRAWN', 'WITHDRAWN', 'APPLIED']) {
      await insertRows(database.db, 'applications', [row.application({ ...ties, status })]);
    }
    await expectRefusal(
      'applications',
      row.application({ ...ties, status: 'VIEWED' }),
      'applications_one_live_per_candidate_and_job',
    );
  });

  it('refuses to revive a rejected application beside a live one', async () => {
    const revival = database.db.rows(sql<object>`
      update applications set status = 'VIEWED' where id = ${ids.rejected}`);
    await expect(revival).rejects.toMatchObject({
      constraint: 'applications_one_live_per_candidate_and_job',
    });
  });

  it('takes any number of inactive CVs beside the active one', async () => {
    await insertRows(database.db, 'cvs', [
      row.cv(ofCandidate({ is_active: false })),
      row.cv(ofCandidate({ is_active: false })),
    ]);
  });

  it('takes a job with one end of the salary or none', async () => {
    await insertRows(database.db, 'jobs', [
      job({ salary_min: 5, salary_max: null }),
      job({ salary_min: null, salary_max: 5 }),
      job({ salary_min: null, salary_max: null }),
      job({ salary_min: 5, salary_max: 5 }),
    ]);
  });
});
