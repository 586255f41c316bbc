import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEMO_LOGINS, DEMO_PASSWORD } from '../../src/demo/demo-logins.js';
import { demoDatabase, type DemoDatabase } from './demo-database.js';

const ALL_STATUSES = [
  'APPLIED',
  'VIEWED',
  'SHORTLISTED',
  'INTERVIEW',
  'ACCEPTED',
  'REJECTED',
  'WITHDRAWN',
].toSorted();

describe('Among the demo users', () => {
  let database: DemoDatabase;

  beforeAll(async () => {
    database = await demoDatabase();
  });
  afterAll(() => database.drop());

  it.each(Object.entries(DEMO_LOGINS))('the %s can sign in', async (role, email) => {
    expect(
      await database.list(
        `select role || ' ' || password_hash from users where email = '${email}' and is_active and email_verified_at is not null`,
      ),
    ).toEqual([`${role.toUpperCase()} not a real hash`]);
  });

  it('the password satisfies the rules of sign-up', () => {
    expect(DEMO_PASSWORD).toMatch(
      /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?=.*[!@#$%^&*()_+=[\]{}|;:,.<>?-]).{12,72}$/,
    );
  });

  it('the employer runs a company with 12 jobs and 120 applications in every status', async () => {
    const own = `join employers e on e.id = employer_id join users u on u.id = e.user_id
      where u.email = '${DEMO_LOGINS.employer}'`;
    expect(await database.count(`select count(*) from jobs ${own} and e.is_company_admin`)).toBe(12);
    expect(await database.list(`select distinct status from jobs ${own} order by 1`)).toHaveLength(4);
    expect(await database.count(`select count(*) from applications ${own}`)).toBe(120);
    expect(await database.list(`select distinct status from applications ${own} order by 1`)).toEqual(
      ALL_STATUSES,
    );
  });

  it('the candidate has eight applications in every status, two of them to the demo employer', async () => {
    const own = `from applications a join candidates c on c.id = candidate_id join users u on u.id = c.user_id
      join employers e on e.id = a.employer_id join users author on author.id = e.user_id
      where u.email = '${DEMO_LOGINS.candidate}'`;
    expect(await database.count(`select count(*) ${own}`)).toBe(8);
    expect(await database.list(`select distinct a.status ${own} order by 1`)).toEqual(ALL_STATUSES);
    expect(await database.count(`select count(*) ${own} and author.email = '${DEMO_LOGINS.employer}'`)).toBe(
      2,
    );
  });

  it('the candidate has a profile that only lacks a phone number', async () => {
    const profiles = await database.list(`
      select concat_ws(' ', phone is null, location is null, title is null, summary is null,
        exists (select from experiences where candidate_id = c.id),
        exists (select from educations where candidate_id = c.id),
        exists (select from skills where candidate_id = c.id))
      from candidates c join users u on u.id = user_id where email = '${DEMO_LOGINS.candidate}'`);
    expect(profiles).toEqual(['t f f f t t t']);
  });

  it('the candidate and the employer have unread notifications', async () => {
    for (const email of [DEMO_LOGINS.candidate, DEMO_LOGINS.employer]) {
      expect(
        await database.count(`
          select count(*) from notifications join users u on u.id = user_id
          where email = '${email}' and read_at is null`),
      ).toBeGreaterThan(0);
    }
  });
});
