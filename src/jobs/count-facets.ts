import { sql, type RawBuilder } from 'kysely';
import { all } from '../graphql/fetch-page.js';
import type { Reader } from '../platform/database/database.js';
import { FACET_COLUMNS, FACETS, type Facet, type JobConditions } from './job-conditions.js';
import { hasWords } from './search-words.js';

/** Companies beyond these are left out: a list of thousands serves nobody. */
const MAX_COMPANIES = 10;

export interface FacetCount {
  value: string;
  count: number;
}

export type FacetCounts = Record<Facet, FacetCount[]>;

interface CountRow {
  facet: Facet;
  value: string;
  count: number;
}

/** How many jobs of a search there are for each value of each facet, most first. One statement. */
export async function countFacets(
  reader: Reader,
  conditions: JobConditions,
  words: string | null,
): Promise<FacetCounts> {
  const rows = await reader.rows(facetsStatement(conditions, words));
  const counts: FacetCounts = {
    type: [],
    locationType: [],
    country: [],
    language: [],
    company: [],
  };
  for (const { facet, value, count } of rows) counts[facet].push({ value, count });
  return counts;
}

/** Facets without a condition of their own are counted in one pass; each of the others looks at more jobs than the list has. */
export function facetsStatement(
  { always, ofFacet }: JobConditions,
  words: string | null,
): RawBuilder<CountRow> {
  const common = [...always, ...hasWords(words)];
  const free = FACETS.filter((facet) => !ofFacet.has(facet));
  const chosen = FACETS.filter((facet) => ofFacet.has(facet));
  const passes = [
    ...(free.length === 0 ? [] : [groupsOf(free, [...common, ...ofFacet.values()])]),
    ...chosen.map((facet) => {
      const others = [...ofFacet].filter(([other]) => other !== facet).map(([, condition]) => condition);
      return oneGroup(facet, [...common, ...others]);
    }),
  ];
  return sql`
    select facet, value, count::int from (
      select *, row_number() over (partition by facet order by count desc, value) as position
      from (${sql.join(passes, sql` union all `)}) counted
      where value is not null
    ) ranked
    where facet <> 'company' or position <= ${sql.lit(MAX_COMPANIES)}
    order by facet, position`;
}

function groupsOf(facets: Facet[], where: RawBuilder<unknown>[]): RawBuilder<unknown> {
  const columns = facets.map((facet) => FACET_COLUMNS[facet]);
  const names = facets.map((facet) => sql`when grouping(${FACET_COLUMNS[facet]}) = 0 then ${sql.lit(facet)}`);
  const values = columns.map((column) => sql`${column}::text`);
  return sql`
    select case ${sql.join(names, sql` `)} end as facet, coalesce(${sql.join(values)}) as value, count(*) as count
    from job_search s where ${all(where)}
    group by grouping sets (${sql.join(columns.map((column) => sql`(${column})`))})`;
}

function oneGroup(facet: Facet, where: RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql`
    select ${sql.lit(facet)} as facet, ${FACET_COLUMNS[facet]}::text as value, count(*) as count
    from job_search s where ${all(where)} group by ${FACET_COLUMNS[facet]}`;
}
