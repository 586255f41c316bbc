import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { Company } from '../companies/company.entity.js';
import { companyById } from '../companies/company.loaders.js';
import type { Context } from '../graphql/context.js';
import { PublicField } from '../graphql/public-field.js';
import { selects } from '../graphql/selection.js';
import type { PublicCache } from '../platform/cache.js';
import { highlightsOf } from './highlights.loader.js';
import { CompanyCount } from './job-facets.type.js';
import { JobListArgs } from './job-list.args.js';
import { JobHighlights, JobSearchConnection, JobSearchEdge } from './job-search.type.js';
import { JOBS, searchJobs } from './search-jobs.js';

@Resolver(() => JobSearchEdge)
export class JobSearchResolver {
  constructor(private readonly cache: PublicCache) {}

  @Query(() => JobSearchConnection, { description: 'The jobs open to applications, for everybody.' })
  @PublicField(...JOBS.madeOf)
  jobs(
    @Ctx() ctx: Context,
    @Args(() => JobListArgs) args: JobListArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<JobSearchConnection> {
    return searchJobs(ctx, this.cache, args, {
      total: selects(info, 'totalCount'),
      facets: selects(info, 'facets'),
    });
  }

  @FieldResolver(() => JobHighlights, {
    nullable: true,
    description: 'Where the job has the words that were searched for; null for a list without `search`.',
  })
  @PublicField('Job')
  highlights(
    @Root() { node, words }: JobSearchEdge,
    @Ctx() ctx: Context,
  ): Promise<JobHighlights | null> | null {
    return words === null ? null : highlightsOf(ctx).load({ jobId: node.id, words });
  }
}

@Resolver(() => CompanyCount)
export class CompanyCountResolver {
  @FieldResolver(() => Company, {
    nullable: true,
    description: 'The company; null if it has just been deleted.',
  })
  @PublicField('Company')
  company(@Root() { value }: CompanyCount, @Ctx() ctx: Context): Promise<Company | null> {
    return companyById(ctx).load(value);
  }
}
