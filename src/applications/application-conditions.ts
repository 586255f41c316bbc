import { sql, type RawBuilder } from 'kysely';
import { uuidOf } from '../graphql/ids.js';
import type { ApplicationFilter, CompanyApplicationFilter } from './application-list.args.js';

/** A filter as SQL conditions on the table applications, alias a. */
export function applicationConditions(filter: ApplicationFilter): RawBuilder<unknown>[] {
  const { status, source, search, appliedFrom, appliedUntil, ratingMin } = filter;
  const text = search?.trim();
  return [
    ...(status ? [sql`a.status = any(${status})`] : []),
    ...(source ? [sql`a.source = any(${source})`] : []),
    ...(appliedFrom ? [sql`a.created_at >= ${appliedFrom}`] : []),
    ...(appliedUntil ? [sql`a.created_at < ${appliedUntil}`] : []),
    // Written as the index has it.
    ...(ratingMin == null ? [] : [sql`coalesce(a.rating, 0) >= ${ratingMin}`]),
    ...(text ? [contains(text)] : []),
  ];
}

/** The same for a list over the jobs of a company. */
export function companyApplicationConditions(filter: CompanyApplicationFilter): RawBuilder<unknown>[] {
  const { job } = filter;
  return [
    ...(job ? [sql`a.job_id = any(${job.map((id) => uuidOf('Job', id))}::uuid[])`] : []),
    ...applicationConditions(filter),
  ];
}

/** Somewhere in the letter, or in the candidate's name or address. */
function contains(text: string): RawBuilder<unknown> {
  const isIn = (expression: RawBuilder<unknown>) =>
    sql`position(plain_text(${text}) in plain_text(${expression})) > 0`;
  return sql`(${isIn(sql`coalesce(a.cover_letter, '')`)} or exists (
    select from candidates c join users u on u.id = c.user_id
    where c.id = a.candidate_id
      and ${isIn(sql`u.first_name || ' ' || u.last_name || ' ' || u.email::text`)}))`;
}
