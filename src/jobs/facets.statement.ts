import { sql, type RawBuilder } from 'kysely';
import { all } from '../graphql/fetch-page.js';
import { FACET_COLUMNS, FACETS, type Facet, type JobConditions } from './job-conditions.js';
import { hasWords } from './search-words.js';

/** Companies beyond these are left out: a list of thousands serves nobody. */
const MAX_COMPANIES = 10;

/** What makes the kind of a job. There are some hundreds of kinds, however many jobs. */
const KIND = FACETS.filter((facet) => facet !== 'company');

const KIND_COLUMNS = sql.join(KIND.map((facet) => FACET_COLUMNS[facet]));

export interface FacetRow {
  facet: Facet;
  value: string;
  count: number;
}

/**
 * Counts the jobs of each kind and of each company. What the facets show is then summed up from the few kinds, each facet
 * without the condition on its own field: going through the jobs once for each facet costs twice as much.
 */
export function facetsStatement(
  { always, ofFacet }: JobConditions,
  words: string | null,
): RawBuilder<FacetRow> {
  const found = [...always, ...hasWords(words)];
  const chosen = (facets: Facet[]) => facets.flatMap((facet) => ofFacet.get(facet) ?? []);
  const counts =
    ofFacet.size === 0
      ? countedAtOnce(found)
      : countedApart([...found, ...chosen(['company'])], [...found, ...chosen(KIND)]);
  const facets = KIND.map((facet) => {
    const isFound = all(chosen(KIND.filter((other) => other !== facet)));
    return sql`(${sql.lit(facet)}, ${FACET_COLUMNS[facet]}::text, ${isFound})`;
  });
  return sql`
    with ${counts}
    select facet, value, sum(jobs)::int as count
    from kinds s cross join lateral (values ${sql.join(facets)}) of (facet, value, is_found)
    where is_found and value is not null
    group by facet, value
    union all (
      select 'company', company_id::text, jobs::int from companies
      order by companies.jobs desc, companies.company_id limit ${sql.lit(MAX_COMPANIES)}
    )
    order by facet, count desc, value`;
}

/** Kinds and companies of the same jobs, which are read once for both. */
function countedAtOnce(where: RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql`
    counted as (
      select ${KIND_COLUMNS}, s.company_id, count(*) as jobs from job_search s where ${all(where)}
      group by grouping sets ((${KIND_COLUMNS}), (s.company_id))
    ),
    kinds as (select * from counted where company_id is null),
    companies as (select * from counted where company_id is not null)`;
}

/**
 * Kinds and companies of different jobs. Materialized, or PostgreSQL starts parallel workers for the parts of the union,
 * which takes longer than the counting.
 */
function countedApart(
  ofKinds: RawBuilder<unknown>[],
  ofCompanies: RawBuilder<unknown>[],
): RawBuilder<unknown> {
  return sql`
    kinds as materialized (
      select ${KIND_COLUMNS}, count(*) as jobs from job_search s where ${all(ofKinds)} group by ${KIND_COLUMNS}
    ),
    companies as materialized (
      select s.company_id, count(*) as jobs from job_search s where ${all(ofCompanies)} group by s.company_id
    )`;
}
