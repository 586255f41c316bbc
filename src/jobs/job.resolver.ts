import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Company } from '../companies/company.entity.js';
import { companyById } from '../companies/company.loaders.js';
import { employerOnly } from '../graphql/authorize.js';
import type { Connection } from '../graphql/connection.js';
import type { Context } from '../graphql/context.js';
import { notFound } from '../graphql/errors.js';
import { uuidOf } from '../graphql/ids.js';
import { mutate } from '../graphql/mutation.js';
import { Role } from '../graphql/role.js';
import { selects } from '../graphql/selection.js';
import { closeJob } from './close-job.js';
import { createJob } from './create-job.js';
import { findVisibleJob } from './find-job.js';
import { hasAppliedTo } from './has-applied.loader.js';
import { JobListArgs } from './job-list.args.js';
import { JobConnection } from './job.connection.js';
import { Job } from './job.entity.js';
import { CreateJobInput, JobIdInput, UpdateJobInput } from './job.inputs.js';
import { CloseJobPayload, CreateJobPayload, PublishJobPayload, UpdateJobPayload } from './job.payloads.js';
import { publishJob } from './publish-job.js';
import { searchJobs } from './search-jobs.js';
import { updateJob } from './update-job.js';

@Resolver(() => Job)
export class JobResolver {
  @Query(() => JobConnection, { description: 'The jobs open to applications, for everybody.' })
  jobs(
    @Ctx() ctx: Context,
    @Args(() => JobListArgs) args: JobListArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Job>> {
    return searchJobs(ctx, args, selects(info, 'totalCount'));
  }

  @Query(() => Job, {
    nullable: true,
    description: "A job by its id: a public one, one of the viewer's company, or one the viewer applied to.",
  })
  async job(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'Id of the job.' }) id: string,
  ): Promise<Job> {
    const job = await findVisibleJob(ctx, uuidOf('Job', id));
    if (!job) throw notFound('Job');
    return job;
  }

  @Mutation(() => CreateJobPayload, {
    nullable: true,
    description: "Writes a draft for the viewer's company. Publish it with publishJob.",
  })
  createJob(
    @Ctx() ctx: Context,
    @Arg('input', () => CreateJobInput, { description: 'The new job.' }) input: CreateJobInput,
  ): Promise<CreateJobPayload> {
    const viewer = employerOnly(ctx);
    return mutate<CreateJobPayload>(input, async () => ({ job: await createJob(ctx, viewer, input) }));
  }

  @Mutation(() => UpdateJobPayload, {
    nullable: true,
    description: "Changes a job of the viewer's company that is not archived.",
  })
  updateJob(
    @Ctx() ctx: Context,
    @Arg('input', () => UpdateJobInput, { description: 'What to change.' }) input: UpdateJobInput,
  ): Promise<UpdateJobPayload> {
    employerOnly(ctx);
    return mutate<UpdateJobPayload>(input, async () => ({ job: await updateJob(ctx, input) }));
  }

  @Mutation(() => PublishJobPayload, {
    nullable: true,
    description: 'Makes a draft or a closed job public and opens it to applications.',
  })
  publishJob(
    @Ctx() ctx: Context,
    @Arg('input', () => JobIdInput, { description: 'Which job.' }) input: JobIdInput,
  ): Promise<PublishJobPayload> {
    employerOnly(ctx);
    return mutate<PublishJobPayload>(input, async () => ({ job: await publishJob(ctx, input) }));
  }

  @Mutation(() => CloseJobPayload, {
    nullable: true,
    description: 'Takes a published job off the market. Applications already sent go on.',
  })
  closeJob(
    @Ctx() ctx: Context,
    @Arg('input', () => JobIdInput, { description: 'Which job.' }) input: JobIdInput,
  ): Promise<CloseJobPayload> {
    employerOnly(ctx);
    return mutate<CloseJobPayload>(input, async () => ({ job: await closeJob(ctx, input) }));
  }

  @FieldResolver(() => Company, { nullable: true, description: 'The company that offers the job.' })
  company(@Root() job: Job, @Ctx() ctx: Context): Promise<Company | null> {
    return companyById(ctx).load(job.companyId);
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      'Whether the viewer has applied, withdrawn applications aside; null unless the viewer is a candidate.',
  })
  hasApplied(@Root() job: Job, @Ctx() ctx: Context): Promise<boolean> | null {
    return ctx.viewer?.role === Role.CANDIDATE ? hasAppliedTo(ctx).load(job.id) : null;
  }
}
