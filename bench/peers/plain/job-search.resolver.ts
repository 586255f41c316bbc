import type { FilterQuery } from '@mikro-orm/core';
import { sql, type QBFilterQuery } from '@mikro-orm/postgresql';
import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from './context.js';
import { Job } from './job.entity.js';
import { JobFacets, JobSearchConnection, type FacetCount } from './job-search.type.js';
import { openJobs, searchJobs } from './search-jobs.js';

@Resolver(() => JobSearchConnection)
export class JobSearchResolver {
  @FieldResolver(() => Int)
  totalCount(@Root() { search }: JobSearchConnection, @Ctx() { em }: Context): Promise<number> {
    return em.count(Job, conditions(search));
  }

  /** One group-by per facet. */
  @FieldResolver(() => JobFacets)
  async facets(@Root() { search }: JobSearchConnection, @Ctx() { em }: Context): Promise<JobFacets> {
    const counted = async (property: 'type' | 'locationType' | 'country'): Promise<FacetCount[]> => {
      const rows = await em
        .createQueryBuilder(Job, 'j')
        .select([property, sql`count(*)::int`.as('count')])
        .where(conditions(search) as QBFilterQuery<Job>)
        .groupBy(property)
        .orderBy({ [sql`count(*)`]: 'desc' })
        .execute<(Record<string, string | null> & { count: number })[]>('all');
      return rows.flatMap((row) => {
        const value = row[property];
        return value == null ? [] : [{ value, count: Number(row.count) }];
      });
    };
    const [type, locationType, country] = await Promise.all([
      counted('type'),
      counted('locationType'),
      counted('country'),
    ]);
    return { type, locationType, country };
  }
}

function conditions(search: string | undefined): FilterQuery<Job> {
  return search === undefined ? openJobs() : searchJobs(search);
}
