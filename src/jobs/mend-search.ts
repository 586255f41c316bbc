import { sql } from 'kysely';
import { all } from '../graphql/fetch-page.js';
import type { Reader } from '../platform/database/database.js';
import { listedJobs } from './job.policy.js';
import { hasWords } from './search-words.js';

/** Of a search of hundreds of words no more are looked up. */
const MAX_WORDS = 5;

/** How many words like one are tried. */
const MAX_CANDIDATES = 3;

const WORD = /[\p{L}\p{M}\p{N}]{3,40}/gu;

/**
 * A search that no public job answers, with each word nobody uses replaced by the one most like it; null when there is
 * nothing to mend. What is not public lends no words: a replacement must be found in a public job.
 */
export async function mendSearch(reader: Reader, search: string, now: Date): Promise<string | null> {
  if ((await inPublicJobs(reader, [search], now)).has(search)) return null;
  const words = [...new Set(search.match(WORD))].slice(0, MAX_WORDS);
  const candidates = await wordsLike(reader, words);
  const known = await inPublicJobs(reader, [...new Set([...words, ...candidates.values()].flat())], now);
  const mended = search.replaceAll(WORD, (word) => {
    if (known.has(word)) return word;
    return candidates.get(word)?.find((candidate) => known.has(candidate)) ?? word;
  });
  return mended === search ? null : mended;
}

/**
 * Which of some searches find a public job. Each is planned by itself, for how common its words are, and as if all its jobs
 * were wanted: to look for the first one, the planner would read through the table, and no word is in none of it.
 */
async function inPublicJobs(reader: Reader, searches: string[], now: Date): Promise<Set<string>> {
  if (searches.length === 0) return new Set();
  const checks = searches.map(
    (search) => sql`
      (with found as materialized (
        select from job_search s where ${all([listedJobs('s', now), ...hasWords(search)])}
      )
      select ${search}::text as search where exists (select from found))`,
  );
  const rows = await reader.rows(sql<{ search: string }>`${sql.join(checks, sql` union all `)}`);
  return new Set(rows.map((row) => row.search));
}

/** For each word those most like it, best first: at most two letters away, one for short words. */
async function wordsLike(reader: Reader, words: string[]): Promise<Map<string, string[]>> {
  const rows = await reader.rows(sql<{ word: string; similar: string[] }>`
    select asked.word, array(
      select known.word
      from job_words known
      cross join lateral (select levenshtein_less_equal(known.word, asked.plain, 2) as edits) distance
      where known.word % asked.plain and known.word <> asked.plain
        and edits <= case when length(asked.plain) < 5 then 1 else 2 end
      order by edits, similarity(known.word, asked.plain) desc, known.word
      limit ${sql.lit(MAX_CANDIDATES)}
    ) as similar
    from (select word, plain_text(word) as plain from unnest(${words}::text[]) word) asked
    where length(asked.plain) between 3 and 40`);
  return new Map(rows.map(({ word, similar }) => [word, similar]));
}
