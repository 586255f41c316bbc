import { sql, type RawBuilder } from 'kysely';
import { assertValid } from '../graphql/assert-valid.js';
import type { Connection } from '../graphql/connection.js';
import type { Context } from '../graphql/context.js';
import { all, type PageQuery } from '../graphql/fetch-page.js';
import type { Order } from '../graphql/order.js';
import { sliceOf } from '../graphql/page-args.js';
import { fetchPublicPage, type PublicList } from '../graphql/public-page.js';
import type { PublicCache } from '../platform/cache.js';
import { countFacets, type FacetCounts } from './count-facets.js';
import { everyCondition, jobConditions, type JobConditions } from './job-conditions.js';
import { JobOrder, type JobListArgs } from './job-list.args.js';
import type { JobSearchConnection, JobSearchEdge } from './job-search.type.js';
import { Job } from './job.entity.js';
import { mendSearch } from './mend-search.js';
import { hasWords, wordsQuery } from './search-words.js';

/** Ranking reads the words of each job, so that of a very common word only the latest jobs are ranked. */
const MAX_RANKED = 500;

/** Latest posted first; on the table job_search, alias s. */
export const NEWEST: Order = {
  name: 'newest',
  keys: [
    { expression: sql.ref('s.posted_at'), type: 'timestamptz' },
    { expression: sql.ref('s.job_id'), type: 'uuid' },
  ],
};

const SALARY: Order = {
  name: 'salary',
  keys: [
    { expression: sql`coalesce(s.salary_max, -1)`, type: 'integer' },
    { expression: sql.ref('s.job_id'), type: 'uuid' },
  ],
};

const RELEVANCE: Order = {
  name: 'relevance',
  keys: [{ expression: sql.ref('s.rank'), type: 'integer' }, ...NEWEST.keys],
};

/**
 * Lists without words are what most people look at, and of them all jobs are counted; so their facets may be this old.
 * They are the same for everybody.
 */
const FACETS_AGE = { fresh: 10_000, usable: 60_000 };

/**
 * Its rows go with their company. They count applications as well, but those arrive so often that no page would last: the
 * counts are as old as their page.
 */
export const JOBS: PublicList = { name: 'jobs', madeOf: ['Job', 'Company'] };

/** What of a search the operation asks for. */
export interface Wanted {
  total: boolean;
  facets: boolean;
}

/** A page of the public jobs. A search that finds nothing anywhere is tried once more with its typos mended. */
export async function searchJobs(
  ctx: Context,
  cache: PublicCache,
  args: JobListArgs,
  wanted: Wanted,
): Promise<JobSearchConnection> {
  await assertValid(args, args.filter);
  const now = ctx.clock.now();
  const conditions = jobConditions(args.filter ?? {}, now);
  const words = args.search?.trim() || null;
  const found = await find(ctx, cache, args, conditions, words, wanted);
  if (words === null || found.edges.length > 0) return { ...found, searchedFor: null };
  const mended = await mendSearch(ctx.db.unprepared, words, now);
  if (mended === null) return { ...found, searchedFor: null };
  return { ...(await find(ctx, cache, args, conditions, mended, wanted)), searchedFor: mended };
}

async function find(
  ctx: Context,
  cache: PublicCache,
  args: JobListArgs,
  conditions: JobConditions,
  words: string | null,
  wanted: Wanted,
): Promise<Omit<JobSearchConnection, 'searchedFor'>> {
  const query = pageQuery(ctx, args, conditions, words, wanted.total);
  const [page, facets] = await Promise.all([
    fetchPublicPage<Job>(
      cache,
      query.keepsPlan ? ctx.db : ctx.db.unprepared,
      JOBS,
      { filter: args.filter, words },
      query,
    ),
    wanted.facets ? facetsOf(ctx, cache, args, conditions, words) : undefined,
  ]);
  return {
    totalCount: page.totalCount,
    edges: page.edges.map((edge) => new FoundJob(edge, words)),
    pageInfo: page.pageInfo,
    facets: facets as JobSearchConnection['facets'],
  };
}

/** No copy of the edge, whose cursor is made when it is asked for. */
class FoundJob implements JobSearchEdge {
  constructor(
    private readonly edge: Connection<Job>['edges'][number],
    readonly words: string | null,
  ) {}

  get node(): Job {
    return this.edge.node;
  }

  get cursor(): string {
    return this.edge.cursor;
  }
}

function facetsOf(
  { db }: Context,
  cache: PublicCache,
  { filter }: JobListArgs,
  conditions: JobConditions,
  words: string | null,
): Promise<FacetCounts> {
  const count = () => countFacets(db.unprepared, conditions, words);
  const key = `facets ${JSON.stringify(filter ?? {})}`;
  return words === null ? cache.get(key, FACETS_AGE, count) : count();
}

export function pageQuery(
  ctx: Pick<Context, 'db'>,
  args: JobListArgs,
  conditions: JobConditions,
  words: string | null,
  withTotal: boolean,
): PageQuery {
  const where = [...everyCondition(conditions), ...hasWords(words)];
  const keptTotal = words === null ? conditions.keptTotal : null;
  const common = {
    columns: ctx.db.columns.list(Job, 'row'),
    details: { id: sql.ref('s.job_id'), table: 'jobs' },
    slice: sliceOf(args),
    withTotal,
    // Of all jobs there is one best way to read the first; of some it depends on which.
    keepsPlan: keptTotal !== null,
  };
  const order = args.orderBy ?? JobOrder.RELEVANCE;
  if (order === JobOrder.RELEVANCE && words !== null) {
    const total = sql`select count(*) as "~total" from job_search s where ${all(where)}`;
    return { ...common, from: sql`(${ranked(words, where)}) s`, where: [], order: RELEVANCE, total };
  }
  return {
    ...common,
    from: sql`job_search s`,
    where,
    order: order === JobOrder.SALARY ? SALARY : NEWEST,
    total: keptTotal ? sql`select ${keptTotal} as "~total"` : undefined,
  };
}

function ranked(words: string, where: RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql`
    select m.job_id, m.posted_at, (ts_rank(m.search_vector, ${wordsQuery(words)}) * 1000000)::int as rank
    from (
      select s.job_id, s.posted_at, s.search_vector from job_search s where ${all(where)}
      order by s.posted_at desc, s.job_id desc limit ${sql.lit(MAX_RANKED)}
    ) m`;
}
