import type { Reader } from '../platform/database/database.js';
import { facetsStatement } from './facets.statement.js';
import type { Facet, JobConditions } from './job-conditions.js';

export interface FacetCount {
  value: string;
  count: number;
}

export type FacetCounts = Record<Facet, FacetCount[]>;

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
