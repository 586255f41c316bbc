import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { Connection } from '../graphql/connection.js';
import type { Context } from '../graphql/context.js';
import { PageArgs, sliceOf } from '../graphql/page-args.js';
import { selects } from '../graphql/selection.js';
import { Job } from '../jobs/job.entity.js';
import { ApplicationConnection } from './application.connection.js';
import type { Application } from './application.entity.js';
import { applicationsOfJob } from './application.loaders.js';
import { maySeeApplicationsTo } from './application.policy.js';

/** The applications of each job in a list of jobs; filters and orders have a query of their own, `jobApplications`. */
@Resolver(() => Job)
export class ApplicationsOfJobResolver {
  @FieldResolver(() => ApplicationConnection, {
    nullable: true,
    description:
      'The applications to the job, latest first; null unless the viewer is a member of the company who may manage candidates, or an administrator.',
  })
  applications(
    @Root() job: Job,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) args: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Application>> | null {
    if (!maySeeApplicationsTo(ctx.viewer, job.companyId)) return null;
    const withTotal = selects(info, 'totalCount');
    return applicationsOfJob(ctx).load({ parentId: job.id, slice: sliceOf(args), withTotal });
  }
}
