import { sql, type RawBuilder } from 'kysely';
import { uuidOf } from '../graphql/ids.js';
import { addTime, DAY } from '../platform/clock.js';
import type { JobFilter } from './job-list.args.js';

/** A filter as SQL conditions on the table jobs, alias j. */
export function jobConditions(filter: JobFilter, now: Date): RawBuilder<unknown>[] {
  const { type, locationType, country, location, company, language, postedWithinDays } = filter;
  const place = location?.trim();
  return [
    ...(type ? [sql`j.type = any(${type})`] : []),
    ...(locationType ? [sql`j.location_type = any(${locationType})`] : []),
    ...(country ? [sql`j.country = any(${country.map((code) => code.toUpperCase())})`] : []),
    ...(place ? [sql`position(plain_text(${place}) in plain_text(j.location)) > 0`] : []),
    ...(company ? [sql`j.company_id = any(${company.map((id) => uuidOf('Company', id))}::uuid[])`] : []),
    ...(language ? [sql`j.language = any(${language})`] : []),
    ...(postedWithinDays ? [sql`j.posted_at > ${addTime(now, -postedWithinDays * DAY)}`] : []),
    ...salaryConditions(filter),
  ];
}

/** The range a job offers must overlap the range asked for; amounts compare only within one currency. */
function salaryConditions({ salaryMin, salaryMax, currency }: JobFilter): RawBuilder<unknown>[] {
  if (salaryMin == null && salaryMax == null)
    return currency ? [sql`j.currency = ${currency.toUpperCase()}`] : [];
  return [
    sql`j.currency = ${currency?.toUpperCase() ?? 'XAF'}`,
    ...(salaryMin == null ? [] : [sql`coalesce(j.salary_max, j.salary_min) >= ${salaryMin}`]),
    ...(salaryMax == null ? [] : [sql`coalesce(j.salary_min, j.salary_max) <= ${salaryMax}`]),
  ];
}
