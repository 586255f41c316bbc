import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Database } from '../platform/database/database.js';

/**
 * Closes the jobs whose time is over, with their history, in one statement; run by every process once a minute, each
 * job is closed by exactly one of them.
 *
 * @returns how many were closed
 */
export async function closeExpiredJobs(db: Database, now: Date): Promise<number> {
  const closed = await db.rows(sql<{ id: string }>`
    with closed as (
      update jobs set status = 'CLOSED', updated_at = ${now}
      where status = 'PUBLISHED' and expires_at <= ${now}
      returning id, company_id, employer_id
    ), recorded as (
      insert into job_events (id, job_id, company_id, employer_id, from_status, to_status, at)
      select overlay(gen_random_uuid()::text placing ${uuidv7().slice(0, 15)} from 1 for 15)::uuid,
        id, company_id, employer_id, 'PUBLISHED', 'CLOSED', ${now}
      from closed
    )
    select id from closed`);
  return closed.length;
}
