import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { employerOnly } from '../graphql/authorize.js';
import type { Connection } from '../graphql/connection.js';
import type { Context } from '../graphql/context.js';
import { selects } from '../graphql/selection.js';
import { CompanyApplicationsArgs } from './application-list.args.js';
import { ApplicationSourceCount } from './application-source-count.type.js';
import { ApplicationConnection } from './application.connection.js';
import type { Application } from './application.entity.js';
import { countSources } from './count-sources.js';
import { listCompanyApplications } from './list-applications.js';

/** What members of a company see of all applications to its jobs together. */
@Resolver()
export class CompanyApplicationsResolver {
  @Query(() => ApplicationConnection, {
    nullable: true,
    description:
      "The applications to all jobs of the viewer's company, for members who may manage candidates.",
  })
  companyApplications(
    @Ctx() ctx: Context,
    @Args(() => CompanyApplicationsArgs) args: CompanyApplicationsArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Application>> {
    return listCompanyApplications(ctx, employerOnly(ctx), args, selects(info, 'totalCount'));
  }

  @Query(() => [ApplicationSourceCount], {
    nullable: true,
    description:
      "How candidates found the jobs of the viewer's company: each source with its count, the most frequent first. For members who may manage candidates.",
  })
  applicationSources(
    @Ctx() ctx: Context,
    @Arg('jobId', () => ID, {
      nullable: true,
      description: "Id of a job of the viewer's company; all its jobs if omitted.",
    })
    jobId: string | null | undefined,
  ): Promise<ApplicationSourceCount[]> {
    return countSources(ctx, employerOnly(ctx), jobId ?? null);
  }
}
