import { sql, type RawBuilder } from 'kysely';

/** The query a search stands for: its words in French or in English. Quotes, `or` and `-` mean what they do on the web. */
export function wordsQuery(words: string | RawBuilder<unknown>): RawBuilder<unknown> {
  const french = sql`websearch_to_tsquery('french_plain', ${words})`;
  const english = sql`websearch_to_tsquery('english_plain', ${words})`;
  // The same twice would look like two chances to match, and mislead the planner about how common it is.
  return sql`(case when ${french} = ${english} then ${french} else ${french} || ${english} end)`;
}

/** The jobs a search finds, as a condition on job_search, alias s. */
export function hasWords(words: string | null): RawBuilder<unknown>[] {
  return words === null ? [] : [sql`s.search_vector @@ ${wordsQuery(words)}`];
}
