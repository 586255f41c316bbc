import type { RawBuilder } from 'kysely';
import { pageStatement } from '../src/graphql/fetch-page.js';
import { facetsStatement } from '../src/jobs/facets.statement.js';
import { jobConditions } from '../src/jobs/job-conditions.js';
import { JobFilter, JobListArgs, JobOrder } from '../src/jobs/job-list.args.js';
import { pageQuery } from '../src/jobs/search-jobs.js';
import type { Database } from '../src/platform/database/database.js';
import type { MeasuredStatement } from './measured-statements.js';

const RUNS = 100;

interface Search {
  name: string;
  words?: string;
  filter?: Partial<JobFilter>;
  orderBy?: JobOrder;
}

/** From a word that half of the jobs have to one that few have, and lists without words. */
const SEARCHES: Search[] = [
  { name: 'all jobs, newest' },
  { name: 'all jobs, salary', orderBy: JobOrder.SALARY },
  { name: 'country and type', filter: { country: ['GA'], type: ['FULL_TIME' as never] } },
  { name: 'a word few have', words: 'boulanger' },
  { name: 'a word many have', words: 'comptable' },
  { name: 'a word half of all have', words: 'équipe' },
  { name: 'two words', words: 'comptable libreville' },
  { name: 'a word and a country', words: 'engineer', filter: { country: ['CM'] } },
];

/** Pages and facets of the search of jobs. Sent without a name, as the server does. */
export function searchStatements(db: Database, now: Date): MeasuredStatement[] {
  const again = (statement: RawBuilder<unknown>) => Array.from({ length: RUNS }, () => statement);
  return SEARCHES.flatMap(({ name, words = null, filter = {}, orderBy }) => {
    const conditions = jobConditions(Object.assign(new JobFilter(), filter), now);
    const args = Object.assign(new JobListArgs(), { orderBy });
    const page = pageQuery({ db }, args, conditions, words, false);
    const counted = pageQuery({ db }, args, conditions, words, true);
    return [
      { name: `Jobs: ${name}`, statements: again(pageStatement(page)), isUnprepared: true },
      { name: `Jobs: ${name}, with total`, statements: again(pageStatement(counted)), isUnprepared: true },
      { name: `Facets: ${name}`, statements: again(facetsStatement(conditions, words)), isUnprepared: true },
    ];
  });
}
