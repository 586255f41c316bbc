import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Args,
  Ctx,
  Directive,
  FieldResolver,
  ID,
  Info,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Candidate } from '../candidates/candidate.entity.js';
import { candidateById } from '../candidates/candidate.loaders.js';
import { Cv } from '../candidates/cv.entity.js';
import { cvById } from '../candidates/cv.loaders.js';
import { anyUser, candidateOnly, employerOnly } from '../graphql/authorize.js';
import type { Connection } from '../graphql/connection.js';
import type { Context } from '../graphql/context.js';
import { DateTime } from '../graphql/date-time.js';
import { notFound } from '../graphql/errors.js';
import { uuidOf } from '../graphql/ids.js';
import { mutate } from '../graphql/mutation.js';
import { selects } from '../graphql/selection.js';
import { Job } from '../jobs/job.entity.js';
import { jobById } from '../jobs/job.loaders.js';
import { ApplicationEvent } from './application-event.entity.js';
import { JobApplicationsArgs, MyApplicationsArgs } from './application-list.args.js';
import { openTransitions } from './application-states.js';
import { ApplicationConnection } from './application.connection.js';
import { Application } from './application.entity.js';
import { ApplicationStatus } from './application.enums.js';
import { ApplyToJobInput, MoveApplicationInput, WithdrawApplicationInput } from './application.inputs.js';
import { eventsOfApplication } from './application.loaders.js';
import {
  ApplyToJobPayload,
  MoveApplicationPayload,
  WithdrawApplicationPayload,
} from './application.payloads.js';
import { actorOn } from './application.policy.js';
import { applyToJob } from './apply-to-job.js';
import { findVisibleApplication } from './find-application.js';
import { listJobApplications, listMyApplications } from './list-applications.js';
import { moveApplication } from './move-application.js';
import { withdrawApplication } from './withdraw-application.js';

/**
 * The fields of an application need no check of their own: an application is only ever handed to somebody who may see
 * it, and whoever may see it may see its job and its candidate.
 */
@Resolver(() => Application)
export class ApplicationResolver {
  @Query(() => ApplicationConnection, {
    nullable: true,
    description: 'What the viewer, a candidate, has sent; newest first.',
  })
  myApplications(
    @Ctx() ctx: Context,
    @Args(() => MyApplicationsArgs) args: MyApplicationsArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Application>> {
    return listMyApplications(ctx, candidateOnly(ctx), args, selects(info, 'totalCount'));
  }

  @Query(() => ApplicationConnection, {
    nullable: true,
    description:
      'The applications to a job, newest first, for members of its company who may manage candidates.',
  })
  jobApplications(
    @Ctx() ctx: Context,
    @Args(() => JobApplicationsArgs) args: JobApplicationsArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Application>> {
    return listJobApplications(ctx, anyUser(ctx), args, selects(info, 'totalCount'));
  }

  @Query(() => Application, { nullable: true, description: 'An application by its id.' })
  async application(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'Id of the application.' }) id: string,
  ): Promise<Application> {
    anyUser(ctx);
    const application = await findVisibleApplication(ctx, uuidOf('Application', id));
    if (!application) throw notFound('Application');
    return application;
  }

  @Mutation(() => ApplyToJobPayload, {
    nullable: true,
    description: 'Sends an application of the viewer, a candidate. One may be live per job.',
  })
  @Directive('@rateLimit(limit: 30, duration: 3600)')
  applyToJob(
    @Ctx() ctx: Context,
    @Arg('input', () => ApplyToJobInput, { description: 'The application.' }) input: ApplyToJobInput,
  ): Promise<ApplyToJobPayload> {
    const viewer = candidateOnly(ctx);
    return mutate<ApplyToJobPayload>(input, async () => ({
      application: await applyToJob(ctx, viewer, input),
    }));
  }

  @Mutation(() => MoveApplicationPayload, {
    nullable: true,
    description:
      'Moves an application to another status, for members of the company who may manage candidates. The candidate is notified.',
  })
  moveApplication(
    @Ctx() ctx: Context,
    @Arg('input', () => MoveApplicationInput, { description: 'The move.' }) input: MoveApplicationInput,
  ): Promise<MoveApplicationPayload> {
    employerOnly(ctx);
    return mutate<MoveApplicationPayload>(input, async () => ({
      application: await moveApplication(ctx, input),
    }));
  }

  @Mutation(() => WithdrawApplicationPayload, {
    nullable: true,
    description: 'Takes back a live application of the viewer, a candidate, who may then apply again.',
  })
  withdrawApplication(
    @Ctx() ctx: Context,
    @Arg('input', () => WithdrawApplicationInput, { description: 'Which application.' })
    input: WithdrawApplicationInput,
  ): Promise<WithdrawApplicationPayload> {
    candidateOnly(ctx);
    return mutate<WithdrawApplicationPayload>(input, async () => ({
      application: await withdrawApplication(ctx, input),
    }));
  }

  @FieldResolver(() => Job, { nullable: true, description: 'The job applied to.' })
  job(@Root() application: Application, @Ctx() ctx: Context): Promise<Job | null> {
    return jobById(ctx).load(application.jobId);
  }

  @FieldResolver(() => Candidate, { nullable: true, description: 'Who applied.' })
  candidate(@Root() application: Application, @Ctx() ctx: Context): Promise<Candidate | null> {
    return candidateById(ctx).load(application.candidateId);
  }

  @FieldResolver(() => Cv, {
    nullable: true,
    description: 'The CV it was sent with, as it was then; null if there was none.',
  })
  async cv(@Root() application: Application, @Ctx() ctx: Context): Promise<Cv | null> {
    return application.cvId === null ? null : cvById(ctx).load(application.cvId);
  }

  @FieldResolver(() => DateTime, { description: 'When it was sent.' })
  appliedAt(@Root() application: Application): Date {
    return application.createdAt;
  }

  @FieldResolver(() => [ApplicationEvent], {
    description: 'Every change of its status, oldest first; the first entry is the application itself.',
  })
  history(@Root() application: Application, @Ctx() ctx: Context): Promise<ApplicationEvent[]> {
    return eventsOfApplication(ctx).load(application.id);
  }

  @FieldResolver(() => [ApplicationStatus], {
    description:
      'Where the viewer can move it from here: with moveApplication as employer, with withdrawApplication as candidate.',
  })
  availableTransitions(@Root() application: Application, @Ctx() ctx: Context): ApplicationStatus[] {
    const actor = actorOn(ctx.viewer, application);
    return actor === null ? [] : openTransitions(actor, application.status);
  }
}
