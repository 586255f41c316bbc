import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoDatabase, NOW, type DemoDatabase } from './demo-database.js';

/** Each counts rows that contradict its name. */
const APPLICATION_RULES: Record<string, string> = {
  'every application starts with APPLIED, by its candidate': `
    select count(*) from applications a
    join candidates c on c.id = a.candidate_id
    left join application_events e on e.application_id = a.id and e.from_status is null
    where e.to_status is distinct from 'APPLIED' or e.at <> a.created_at
      or e.actor <> 'CANDIDATE' or e.actor_user_id is distinct from c.user_id`,
  'each step starts where the one before ended, and later': `
    select count(*) from (
      select from_status, at,
        lag(to_status) over story as previous, lag(at) over story as previous_at
      from application_events window story as (partition by application_id order by at, id)
    ) steps
    where from_status is distinct from previous or at <= previous_at`,
  'steps go forward, and nothing follows a final status': `
    select count(*) from application_events
    where from_status in ('ACCEPTED', 'REJECTED', 'WITHDRAWN')
      or to_status not in ('REJECTED', 'WITHDRAWN')
        and array_position(array['APPLIED', 'VIEWED', 'SHORTLISTED', 'INTERVIEW', 'ACCEPTED'], from_status)
          >= array_position(array['APPLIED', 'VIEWED', 'SHORTLISTED', 'INTERVIEW', 'ACCEPTED'], to_status)`,
  'the status, the last change and the interview are those of the history': `
    select count(*) from applications a
    cross join lateral (
      select (array_agg(to_status order by at desc, id desc))[1] as status, max(at) as at,
        min(at) filter (where to_status = 'INTERVIEW') as interviewed_at
      from application_events where application_id = a.id
    ) history
    where a.status is distinct from history.status or a.updated_at is distinct from history.at
      or a.interviewed_at is distinct from history.interviewed_at`,
  'employers make the changes, except withdrawing': `
    select count(*) from application_events e
    join applications a on a.id = e.application_id
    join employers author on author.id = a.employer_id
    where e.from_status is not null and (
      (e.actor = 'CANDIDATE') <> (e.to_status = 'WITHDRAWN')
      or e.actor = 'EMPLOYER' and e.actor_user_id is distinct from author.user_id)`,
  'applications and their history repeat the owners of the job': `
    select count(*) from application_events e
    join applications a on a.id = e.application_id
    join jobs j on j.id = a.job_id
    where (a.company_id, a.employer_id) is distinct from (j.company_id, j.employer_id)
      or (e.company_id, e.employer_id) is distinct from (j.company_id, j.employer_id)`,
  'applications came while the job was open, from candidates who had an account': `
    select count(*) from applications a
    join jobs j on j.id = a.job_id
    join candidates c on c.id = a.candidate_id
    left join job_events closing on closing.job_id = j.id and closing.to_status = 'CLOSED'
    where j.posted_at is null or a.created_at <= j.posted_at or a.created_at >= closing.at
      or a.created_at <= c.created_at`,
  'no candidate has two applications to one job': `
    select count(*) from (
      select from applications group by candidate_id, job_id having count(*) > 1
    ) twice`,
  'every application is from the last 90 days': `
    select count(*) from applications where created_at < $now::timestamptz - interval '90 days'`,
  'applications_count is the number of applications, and every one was a view': `
    select count(*) from jobs j
    where applications_count <> (select count(*) from applications where job_id = j.id)
      or views_count < applications_count`,
};

const JOB_RULES: Record<string, string> = {
  'jobs go from DRAFT to PUBLISHED to CLOSED to ARCHIVED': `
    select count(*) from (
      select from_status, to_status, at,
        lag(to_status) over story as previous, lag(at) over story as previous_at
      from job_events window story as (partition by job_id order by at, id)
    ) steps
    where from_status is distinct from previous or at <= previous_at
      or from_status is not null and (from_status, to_status) not in
        (('DRAFT', 'PUBLISHED'), ('PUBLISHED', 'CLOSED'), ('CLOSED', 'ARCHIVED'))
      or from_status is null and to_status <> 'DRAFT'`,
  'the status and the times of a job are those of its history': `
    select count(*) from jobs j
    cross join lateral (
      select (array_agg(to_status order by at desc))[1] as status, min(at) as created_at, max(at) as updated_at,
        max(at) filter (where to_status = 'PUBLISHED') as posted_at
      from job_events where job_id = j.id
    ) history
    where (j.status, j.created_at, j.updated_at) is distinct from
        (history.status, history.created_at, history.updated_at)
      or j.posted_at is distinct from history.posted_at`,
  'published jobs are not expired': `
    select count(*) from jobs where status = 'PUBLISHED' and expires_at <= $now::timestamptz`,
  'the author may create jobs of that company, and was there before the job': `
    select count(*) from jobs j join employers e on e.id = j.employer_id
    where e.company_id is distinct from j.company_id or not e.can_create_jobs or e.created_at > j.created_at`,
};

const PEOPLE_RULES: Record<string, string> = {
  'every company has one admin and at most three employers': `
    select count(*) from companies c
    where (select count(*) from employers where company_id = c.id and is_company_admin) <> 1
      or (select count(*) from employers where company_id = c.id) not between 2 and 3`,
  'users have the profile of their role, made with the account': `
    select count(*) from users u
    left join candidates c on c.user_id = u.id
    left join employers e on e.user_id = u.id
    where (u.role = 'CANDIDATE') <> (c.id is not null) or (u.role = 'EMPLOYER') <> (e.id is not null)
      or coalesce(c.created_at, e.created_at, u.created_at) <> u.created_at`,
  'addresses are reserved ones, which reach nobody': `
    select (select count(*) from users where email !~ '^[a-z0-9.-]+@[a-z0-9.-]+[.]example$')
      + (select count(*) from companies where website_url !~ '^https://www[.][a-z0-9-]+[.]example$')`,
  'new applications are told to the author, changes to the candidate, and nothing else': `
    select count(*) from application_events e
    join applications a on a.id = e.application_id
    join candidates c on c.id = a.candidate_id
    join employers author on author.id = a.employer_id
    full join notifications n on n.application_id = e.application_id and n.created_at = e.at
    where case
      when e.id is null then true
      when e.to_status = 'WITHDRAWN' then n.id is not null
      when e.from_status is null then
        (n.type, n.user_id, n.payload, n.job_id) is distinct from ('NEW_APPLICATION', author.user_id, '{}'::jsonb, a.job_id)
      else (n.type, n.user_id, n.payload, n.job_id) is distinct from
        ('STATUS_CHANGE', c.user_id, jsonb_build_object('from', e.from_status, 'to', e.to_status), a.job_id)
    end`,
};

describe('In the demo data', () => {
  let database: DemoDatabase;

  beforeAll(async () => {
    database = await demoDatabase();
  });
  afterAll(() => database.drop());

  const count = (rule: string) => database.count(rule.replaceAll('$now', `'${NOW.toISOString()}'`));

  it.each(Object.entries({ ...APPLICATION_RULES, ...JOB_RULES, ...PEOPLE_RULES }))('%s', async (_, rule) => {
    expect(await count(rule)).toBe(0);
  });

  it('the totals are summed up, so that nobody has to', async () => {
    expect(await database.count('select count(*) from row_count_changes')).toBe(0);
    expect(await database.count("select sum(total) from row_counts where table_name = 'applications'")).toBe(
      await database.count('select count(*) from applications'),
    );
  });

  it('nothing happens in the future, except that jobs expire', async () => {
    const columns = await database.list(`
      select format('select count(*) from %I where %I > ''${NOW.toISOString()}''', table_name, column_name)
      from information_schema.columns
      where table_schema = 'public' and data_type = 'timestamp with time zone'
        and table_name not in ('migrations', 'mikro_orm_migrations') and column_name <> 'expires_at'`);
    expect(columns.length).toBeGreaterThan(20);
    for (const later of columns) expect([later, await database.count(later)]).toEqual([later, 0]);
  });

  it('ids are UUIDs of version 7 that tell the time of the row', async () => {
    for (const table of ['users', 'jobs', 'applications', 'notifications']) {
      const wrong = await database.count(`
        select count(*) from ${table}
        where substring(id::text, 15, 1) <> '7' or substring(id::text, 20, 1) !~ '[89ab]'
          or ('x' || replace(left(id::text, 13), '-', ''))::bit(48)::bigint <> extract(epoch from created_at) * 1000`);
      expect([table, wrong]).toEqual([table, 0]);
    }
  });
});
