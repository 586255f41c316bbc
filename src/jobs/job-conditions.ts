import { sql, type RawBuilder } from 'kysely';
import { uuidOf } from '../graphql/ids.js';
import { addTime, DAY } from '../platform/clock.js';
import type { JobFilter } from './job-list.args.js';
import { countOfPublicJobs, listedJobs } from './job.policy.js';

/** The fields of a filter whose values are counted as facets. */
export const FACETS = ['type', 'locationType', 'country', 'language', 'company'] as const;

export type Facet = (typeof FACETS)[number];

/** The columns of job_search, alias s, that the facets group by. */
export const FACET_COLUMNS: Record<Facet, RawBuilder<unknown>> = {
  type: sql.ref('s.type'),
  locationType: sql.ref('s.location_type'),
  country: sql.ref('s.country'),
  language: sql.ref('s.language'),
  company: sql.ref('s.company_id'),
};

export interface JobConditions {
  /** Conditions that hold for every facet; first of all that the job is public. */
  always: RawBuilder<unknown>[];
  /** A facet is counted without the condition on its own field, so that one sees what choosing another value would bring. */
  ofFacet: Map<Facet, RawBuilder<unknown>>;
  /** How many jobs there are, if that is kept: without any choice they are all public ones. */
  keptTotal: RawBuilder<unknown> | null;
}

/** A filter as SQL conditions on the public jobs: the table job_search, alias s. */
export function jobConditions(filter: JobFilter, now: Date): JobConditions {
  const { location, postedWithinDays, featured } = filter;
  const place = location?.trim();
  const ofFacet = facetConditions(filter);
  const chosen = [
    ...(place ? [sql`position(plain_text(${place}) in s.plain_location) > 0`] : []),
    ...(postedWithinDays ? [sql`s.posted_at > ${addTime(now, -postedWithinDays * DAY)}`] : []),
    ...(featured == null ? [] : [sql`s.is_featured = ${featured}`]),
    ...salaryConditions(filter),
  ];
  return {
    always: [listedJobs('s', now), ...chosen],
    ofFacet,
    keptTotal: chosen.length === 0 && ofFacet.size === 0 ? countOfPublicJobs(now) : null,
  };
}

/** All of them: which jobs are in the list. */
export function everyCondition({ always, ofFacet }: JobConditions): RawBuilder<unknown>[] {
  return [...always, ...ofFacet.values()];
}

function facetConditions({ type, locationType, country, language, company }: JobFilter) {
  const chosen: Record<Facet, { values: string[]; as: RawBuilder<unknown> } | null> = {
    type: type ? { values: type, as: sql`text[]` } : null,
    locationType: locationType ? { values: locationType, as: sql`text[]` } : null,
    country: country ? { values: country.map((code) => code.toUpperCase()), as: sql`bpchar[]` } : null,
    language: language ? { values: language, as: sql`bpchar[]` } : null,
    company: company ? { values: company.map((id) => uuidOf('Company', id)), as: sql`uuid[]` } : null,
  };
  const conditions = new Map<Facet, RawBuilder<unknown>>();
  for (const facet of FACETS) {
    const choice = chosen[facet];
    if (choice) conditions.set(facet, sql`${FACET_COLUMNS[facet]} = any(${choice.values}::${choice.as})`);
  }
  return conditions;
}

/** The range a job offers must overlap the range asked for; amounts compare only within one currency and period. */
function salaryConditions({
  salaryMin,
  salaryMax,
  currency,
  salaryPeriod,
}: JobFilter): RawBuilder<unknown>[] {
  const isBounded = salaryMin != null || salaryMax != null;
  const paidIn = currency?.toUpperCase() ?? (isBounded ? 'XAF' : null);
  const paidPer = salaryPeriod ?? (isBounded ? 'MONTH' : null);
  return [
    ...(paidIn === null ? [] : [sql`s.currency = ${paidIn}`]),
    ...(paidPer === null ? [] : [sql`s.salary_period = ${paidPer}`]),
    ...(salaryMin == null ? [] : [sql`s.salary_max >= ${salaryMin}`]),
    ...(salaryMax == null ? [] : [sql`s.salary_min <= ${salaryMax}`]),
  ];
}
