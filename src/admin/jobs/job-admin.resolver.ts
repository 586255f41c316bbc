import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { adminOnly } from '../../graphql/authorize.js';
import type { Connection } from '../../graphql/connection.js';
import type { Context } from '../../graphql/context.js';
import { mutate } from '../../graphql/mutation.js';
import { selects } from '../../graphql/selection.js';
import { JobConnection } from '../../jobs/job.connection.js';
import type { Job } from '../../jobs/job.entity.js';
import { AdminJobListArgs } from './admin-job-list.args.js';
import { listAdminJobs } from './list-admin-jobs.js';
import { TakeDownJobInput } from './take-down-job.input.js';
import { TakeDownJobPayload } from './take-down-job.payload.js';
import { takeDownJob } from './take-down-job.js';

/** What administrators see of jobs and do to them. */
@Resolver()
export class JobAdminResolver {
  @Query(() => JobConnection, {
    nullable: true,
    description: 'All jobs of all companies, whatever their status. For administrators.',
  })
  adminJobs(
    @Ctx() ctx: Context,
    @Args(() => AdminJobListArgs) args: AdminJobListArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Job>> {
    adminOnly(ctx);
    return listAdminJobs(ctx, args, selects(info, 'totalCount'));
  }

  @Mutation(() => TakeDownJobPayload, {
    nullable: true,
    description:
      'Takes a published or closed job off the market for good and tells its author why. Applications already sent go on. For administrators.',
  })
  takeDownJob(
    @Ctx() ctx: Context,
    @Arg('input', () => TakeDownJobInput, { description: 'Which job, and why.' }) input: TakeDownJobInput,
  ): Promise<TakeDownJobPayload> {
    adminOnly(ctx);
    return mutate<TakeDownJobPayload>(input, async () => ({ job: await takeDownJob(ctx, input) }));
  }
}
