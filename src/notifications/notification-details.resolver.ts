import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Application } from '../applications/application.entity.js';
import { ApplicationStatus } from '../applications/application.enums.js';
import { findVisibleApplication } from '../applications/find-application.js';
import { Employer } from '../employers/employer.entity.js';
import { findVisibleEmployer } from '../employers/find-employer.js';
import type { Context } from '../graphql/context.js';
import { DateTime } from '../graphql/date-time.js';
import { findVisibleJob } from '../jobs/find-job.js';
import { Job } from '../jobs/job.entity.js';
import { Notification } from './notification.entity.js';

/**
 * What a notification tells of. It is only ever handed to the user it is for, which does not open the things it is
 * about: they may have lost the right to see the job or the application since.
 */
@Resolver(() => Notification)
export class NotificationDetailsResolver {
  @FieldResolver(() => DateTime, { description: 'When it happened.' })
  createdAt(@Root() notification: Notification): Date {
    return notification.createdAt;
  }

  @FieldResolver(() => Job, {
    nullable: true,
    description: 'The job it is about; null when it is about none, or one the viewer may not see any more.',
  })
  job(@Root() { jobId }: Notification, @Ctx() ctx: Context): Promise<Job | null> | null {
    return jobId === null ? null : findVisibleJob(ctx, jobId);
  }

  @FieldResolver(() => Application, {
    nullable: true,
    description:
      'The application it is about, as it is now; null when it is about none, or one the viewer may not see any more.',
  })
  application(
    @Root() { applicationId }: Notification,
    @Ctx() ctx: Context,
  ): Promise<Application | null> | null {
    return applicationId === null ? null : findVisibleApplication(ctx, applicationId);
  }

  @FieldResolver(() => ApplicationStatus, {
    nullable: true,
    description: 'With STATUS_CHANGE: where the application stood before.',
  })
  from(@Root() { payload }: Notification): string | undefined {
    return payload['from'];
  }

  @FieldResolver(() => ApplicationStatus, {
    nullable: true,
    description: 'With STATUS_CHANGE: where it stood after, whatever has happened since.',
  })
  to(@Root() { payload }: Notification): string | undefined {
    return payload['to'];
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'With SYSTEM: what happened, such as PROVIDER_LINKED, SESSION_TOKEN_REUSED, MEMBER_JOINED, COMPANY_ADMIN_RECEIVED, REMOVED_FROM_COMPANY, JOB_TAKEN_DOWN or COMPANY_DELETED. New ones may be added: show an unknown one in general words.',
  })
  event(@Root() { payload }: Notification): string | undefined {
    return payload['event'];
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'With the event PROVIDER_LINKED: name of the provider the account can now be signed in with.',
  })
  provider(@Root() { payload }: Notification): string | undefined {
    return payload['provider'];
  }

  @FieldResolver(() => Employer, {
    nullable: true,
    description:
      "With the event MEMBER_JOINED: who accepted the viewer's invitation; null once they are colleagues no longer.",
  })
  employer(@Root() { payload }: Notification, @Ctx() ctx: Context): Promise<Employer | null> | null {
    const id = payload['employerId'];
    return id === undefined ? null : findVisibleEmployer(ctx, id);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'With the event JOB_TAKEN_DOWN: why, in the words of the administrator who did it.',
  })
  reason(@Root() { payload }: Notification): string | undefined {
    return payload['reason'];
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'With the event COMPANY_DELETED: name of the company the user belonged to.',
  })
  companyName(@Root() { payload }: Notification): string | undefined {
    return payload['companyName'];
  }
}
