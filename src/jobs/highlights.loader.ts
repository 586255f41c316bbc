import { sql } from 'kysely';
import { defineLoader } from '../graphql/loader.js';
import type { JobHighlights, TextSegment } from './job-search.type.js';
import { wordsQuery } from './search-words.js';

export interface HighlightKey {
  jobId: string;
  words: string;
}

interface Headlines {
  titleFrench: string;
  titleEnglish: string;
  descriptionFrench: string;
  descriptionEnglish: string;
}

/** Characters no text is written in; any a text has all the same are taken out first. */
const START = '\uE000';
const STOP = '\uE001';

const WHOLE = `HighlightAll=true, StartSel=${START}, StopSel=${STOP}`;
const PARTS = `MaxFragments=2, MinWords=8, MaxWords=20, FragmentDelimiter=" … ", StartSel=${START}, StopSel=${STOP}`;

/** Where a job has words, in segments instead of markup, so that no client can mistake a text for HTML. */
export const highlightsOf = defineLoader<HighlightKey, JobHighlights | null>(async ({ db }, keys) => {
  const rows = await db.rows(sql<Headlines & { position: number }>`
    select asked.position::int as position,
      ts_headline('french_plain', t.title, q.query, ${WHOLE}) as "titleFrench",
      ts_headline('english_plain', t.title, q.query, ${WHOLE}) as "titleEnglish",
      ts_headline('french_plain', t.description, q.query, ${PARTS}) as "descriptionFrench",
      ts_headline('english_plain', t.description, q.query, ${PARTS}) as "descriptionEnglish"
    from unnest(${keys.map((key) => key.jobId)}::uuid[], ${keys.map((key) => key.words)}::text[])
      with ordinality as asked (job_id, words, position)
    join jobs j on j.id = asked.job_id
    cross join lateral (select translate(j.title, ${START + STOP}, '') as title,
      translate(j.description, ${START + STOP}, '') as description) t
    cross join lateral (select ${wordsQuery(sql.ref('asked.words'))} as query) q`);
  const byPosition = new Map(rows.map((row) => [row.position, row]));
  return keys.map((_, index) => {
    const row = byPosition.get(index + 1);
    return row
      ? {
          title: better(row.titleFrench, row.titleEnglish),
          description: better(row.descriptionFrench, row.descriptionEnglish),
        }
      : null;
  });
});

/** A word's form is known to one language or to both; the one that knows more of them shows more. */
function better(french: string, english: string): TextSegment[] {
  const [inFrench, inEnglish] = [segmentsOf(french), segmentsOf(english)];
  return matchesIn(inEnglish) > matchesIn(inFrench) ? inEnglish : inFrench;
}

function matchesIn(segments: TextSegment[]): number {
  return segments.filter((segment) => segment.isMatch).length;
}

function segmentsOf(headline: string): TextSegment[] {
  return headline
    .split(new RegExp(`(${START}[^${STOP}]*${STOP})`))
    .map((text) => ({
      text: text.replaceAll(START, '').replaceAll(STOP, ''),
      isMatch: text.startsWith(START),
    }))
    .filter((segment) => segment.text !== '');
}
