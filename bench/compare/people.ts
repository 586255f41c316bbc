import { sql } from 'kysely';
import { BENCH_LOGINS } from '../../src/demo/demo-logins.js';
import type { Role } from '../../src/graphql/role.js';
import type { Database } from '../../src/platform/database/database.js';

export interface Person {
  userId: string;
  email: string;
  role: Role;
}

const TO_SEED = 'seed with `npm run seed -- --size large`';

export async function personWith(db: Database, email: string): Promise<Person> {
  const person = await db.row(sql<Person>`
    select id as "userId", email, role from users where email = ${email}`);
  if (!person) throw new Error(`nobody has the address ${email}: ${TO_SEED}`);
  return person;
}

/** Employers of about 10 jobs and 100 applications, the one known by address first. */
export async function averageEmployers(db: Database, wanted: number): Promise<Person[]> {
  const found = await db.rows(sql<Person>`
    select u.id as "userId", u.email, u.role
    from (
      select employer_id, company_id from jobs group by employer_id, company_id
      having count(*) between 8 and 12 and sum(applications_count) between 90 and 110
    ) owned
    join employers e on e.id = owned.employer_id and e.company_id = owned.company_id
    join users u on u.id = e.user_id
    where u.is_active order by u.email <> ${BENCH_LOGINS.averageEmployer}, e.id limit ${wanted}`);
  return allOf(found, wanted, 'employers of about 10 jobs and 100 applications');
}

/** Candidates of 6 to 10 applications. */
export async function activeCandidates(db: Database, wanted: number): Promise<Person[]> {
  const found = await db.rows(sql<Person>`
    select u.id as "userId", u.email, u.role
    from candidates c
    join users u on u.id = c.user_id
    join lateral (select count(*) as sent from applications a where a.candidate_id = c.id) own on own.sent between 6 and 10
    where u.is_active order by c.id limit ${wanted}`);
  return allOf(found, wanted, 'candidates of 6 to 10 applications');
}

/** Those who joined last and have applied to none of some jobs, so that they still can. */
export function newestCandidates(db: Database, wanted: number, jobIds: string[]): Promise<Person[]> {
  return db.rows(sql<Person>`
    select u.id as "userId", u.email, u.role from users u join candidates c on c.user_id = u.id
    where u.is_active
      and not exists (select from applications a where a.candidate_id = c.id and a.job_id = any(${jobIds}::uuid[]))
    order by u.created_at desc, u.id limit ${wanted}`);
}

function allOf(found: Person[], wanted: number, who: string): Person[] {
  if (found.length < wanted) throw new Error(`there are not ${wanted} ${who}: ${TO_SEED}`);
  return found;
}
