import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { Company } from '../companies/company.entity.js';
import { seesFiguresOf } from '../companies/company.policy.js';
import { employerOnly } from '../graphql/authorize.js';
import type { Connection } from '../graphql/connection.js';
import type { Context } from '../graphql/context.js';
import { PageArgs, sliceOf } from '../graphql/page-args.js';
import { PublicField } from '../graphql/public-field.js';
import { selects } from '../graphql/selection.js';
import { CompanyJobsArgs } from './company-job-list.args.js';
import { statsOfCompany } from './company-stats.loader.js';
import { CompanyStats } from './company-stats.type.js';
import { JobConnection } from './job.connection.js';
import type { Job } from './job.entity.js';
import { jobsOfCompany, publicJobCountOfCompany } from './jobs-of-company.loaders.js';
import { listCompanyJobs } from './list-company-jobs.js';
import { JOBS } from './search-jobs.js';

@Resolver(() => Company)
export class JobsOfCompanyResolver {
  @Query(() => JobConnection, {
    nullable: true,
    description: "The jobs of the viewer's company in any status, for all its members; newest first.",
  })
  companyJobs(
    @Ctx() ctx: Context,
    @Args(() => CompanyJobsArgs) args: CompanyJobsArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Job>> {
    return listCompanyJobs(ctx, employerOnly(ctx), args, selects(info, 'totalCount'));
  }

  @FieldResolver(() => JobConnection, {
    nullable: true,
    description:
      'Its jobs open to applications, latest posted first. To search and filter them, use `jobs` with the company in its filter.',
  })
  @PublicField(...JOBS.madeOf)
  jobs(
    @Root() company: Company,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) args: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Job>> {
    const withTotal = selects(info, 'totalCount');
    return jobsOfCompany(ctx).load({ parentId: company.id, slice: sliceOf(args), withTotal });
  }

  @FieldResolver(() => Int, { description: 'How many of its jobs are open to applications.' })
  @PublicField(...JOBS.madeOf)
  publishedJobsCount(@Root() company: Company, @Ctx() ctx: Context): Promise<number> {
    return publicJobCountOfCompany(ctx).load(company.id);
  }

  @FieldResolver(() => CompanyStats, {
    nullable: true,
    description: 'The company in numbers; null unless the viewer is a member of it or an administrator.',
  })
  stats(@Root() company: Company, @Ctx() ctx: Context): Promise<CompanyStats> | null {
    return seesFiguresOf(ctx.viewer, company.id) ? statsOfCompany(ctx).load(company.id) : null;
  }
}
