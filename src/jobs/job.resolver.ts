import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Company } from '../companies/company.entity.js';
import { companyById } from '../companies/company.loaders.js';
import { employerOnly } from '../graphql/authorize.js';
import type { Context } from '../graphql/context.js';
import { notFound } from '../graphql/errors.js';
import { uuidOf } from '../graphql/ids.js';
import { mutate } from '../graphql/mutation.js';
import { PublicField } from '../graphql/public-field.js';
import { Role } from '../graphql/role.js';
import { archiveJob } from './archive-job.js';
import { closeJob } from './close-job.js';
import { createJob } from './create-job.js';
import { deleteJob } from './delete-job.js';
import { findVisibleJob } from './find-job.js';
import { hasAppliedTo } from './has-applied.loader.js';
import { historyOfJob } from './history.loader.js';
import { JobEvent } from './job-event.entity.js';
import { Job } from './job.entity.js';
import { CreateJobInput, JobIdInput, UpdateJobInput } from './job.inputs.js';
import {
  ArchiveJobPayload,
  CloseJobPayload,
  CreateJobPayload,
  DeleteJobPayload,
  PublishJobPayload,
  UpdateJobPayload,
} from './job.payloads.js';
import { seesEveryStatus } from './job.policy.js';
import { publishJob } from './publish-job.js';
import { updateJob } from './update-job.js';

@Resolver(() => Job)
export class JobResolver {
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

  @Mutation(() => ArchiveJobPayload, {
    nullable: true,
    description: 'Puts a closed job away for good: it can no longer be changed or published.',
  })
  archiveJob(
    @Ctx() ctx: Context,
    @Arg('input', () => JobIdInput, { description: 'Which job.' }) input: JobIdInput,
  ): Promise<ArchiveJobPayload> {
    employerOnly(ctx);
    return mutate<ArchiveJobPayload>(input, async () => ({ job: await archiveJob(ctx, input) }));
  }

  @Mutation(() => DeleteJobPayload, {
    nullable: true,
    description: 'Deletes a job nobody has applied to, such as a draft, with its history.',
  })
  deleteJob(
    @Ctx() ctx: Context,
    @Arg('input', () => JobIdInput, { description: 'Which job.' }) input: JobIdInput,
  ): Promise<DeleteJobPayload> {
    employerOnly(ctx);
    return mutate<DeleteJobPayload>(input, async () => ({ deletedJobId: await deleteJob(ctx, input) }));
  }

  @FieldResolver(() => [JobEvent], {
    nullable: true,
    description:
      'Changes of the status, oldest first; null unless the viewer is a member of the company or an administrator.',
  })
  history(@Root() job: Job, @Ctx() ctx: Context): Promise<JobEvent[]> | null {
    return seesEveryStatus(ctx.viewer, job) ? historyOfJob(ctx).load(job.id) : null;
  }

  @FieldResolver(() => Company, { nullable: true, description: 'The company that offers the job.' })
  @PublicField('Company')
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
