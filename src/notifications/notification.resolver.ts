import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  Info,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';
import { Application } from '../applications/application.entity.js';
import { ApplicationStatus } from '../applications/application.enums.js';
import { findVisibleApplication } from '../applications/find-application.js';
import { Employer } from '../employers/employer.entity.js';
import { findVisibleEmployer } from '../employers/find-employer.js';
import { anyUser } from '../graphql/authorize.js';
import type { Connection } from '../graphql/connection.js';
import type { Context } from '../graphql/context.js';
import { DateTime } from '../graphql/date-time.js';
import { mutate } from '../graphql/mutation.js';
import { selects } from '../graphql/selection.js';
import { findVisibleJob } from '../jobs/find-job.js';
import { Job } from '../jobs/job.entity.js';
import { countUnread } from './count-unread.js';
import { deleteNotification, deleteReadNotifications } from './delete-notifications.js';
import { listNotifications } from './list-notifications.js';
import { markAllNotificationsRead, markNotificationRead } from './mark-read.js';
import { NotificationListArgs } from './notification-list.args.js';
import { NotificationConnection } from './notification.connection.js';
import { Notification } from './notification.entity.js';
import { NotificationIdInput } from './notification.inputs.js';
import {
  DeleteNotificationPayload,
  DeleteReadNotificationsPayload,
  MarkAllNotificationsReadPayload,
  MarkNotificationReadPayload,
} from './notification.payloads.js';
import { receiveNotifications } from './receive-notifications.js';

/**
 * A notification is only ever handed to the user it is for. That does not open what it tells of: they may have lost
 * the right to see the job or the application since.
 */
@Resolver(() => Notification)
export class NotificationResolver {
  @Query(() => NotificationConnection, {
    nullable: true,
    description: 'What the viewer was told, newest first.',
  })
  notifications(
    @Ctx() ctx: Context,
    @Args(() => NotificationListArgs) args: NotificationListArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Notification>> {
    return listNotifications(ctx, anyUser(ctx), args, selects(info, 'totalCount'));
  }

  @Query(() => Int, {
    nullable: true,
    description: 'How many notifications the viewer has not read.',
  })
  unreadNotificationCount(@Ctx() ctx: Context): Promise<number> {
    return countUnread(ctx, anyUser(ctx));
  }

  @Mutation(() => MarkNotificationReadPayload, {
    nullable: true,
    description: 'Marks a notification of the viewer as read. Doing it again changes nothing.',
  })
  markNotificationRead(
    @Ctx() ctx: Context,
    @Arg('input', () => NotificationIdInput, { description: 'Which notification.' })
    input: NotificationIdInput,
  ): Promise<MarkNotificationReadPayload> {
    const viewer = anyUser(ctx);
    return mutate<MarkNotificationReadPayload>(input, async () => ({
      notification: await markNotificationRead(ctx, viewer, input),
    }));
  }

  @Mutation(() => MarkAllNotificationsReadPayload, {
    nullable: true,
    description: 'Marks everything the viewer was told as read.',
  })
  async markAllNotificationsRead(@Ctx() ctx: Context): Promise<MarkAllNotificationsReadPayload> {
    return { markedCount: await markAllNotificationsRead(ctx, anyUser(ctx)) };
  }

  @Mutation(() => DeleteNotificationPayload, {
    nullable: true,
    description: 'Deletes a notification of the viewer for good.',
  })
  deleteNotification(
    @Ctx() ctx: Context,
    @Arg('input', () => NotificationIdInput, { description: 'Which notification.' })
    input: NotificationIdInput,
  ): Promise<DeleteNotificationPayload> {
    const viewer = anyUser(ctx);
    return mutate<DeleteNotificationPayload>(input, async () => ({
      deletedNotificationId: await deleteNotification(ctx, viewer, input),
    }));
  }

  @Mutation(() => DeleteReadNotificationsPayload, {
    nullable: true,
    description: 'Deletes every notification the viewer has read, for good.',
  })
  async deleteReadNotifications(@Ctx() ctx: Context): Promise<DeleteReadNotificationsPayload> {
    return { deletedCount: await deleteReadNotifications(ctx, anyUser(ctx)) };
  }

  @Subscription(() => Notification, {
    subscribe: ({ context }: { context: Context }) => receiveNotifications(context, anyUser(context)),
    description:
      'Each new notification of the viewer, as soon as what it tells of has happened. After a lost connection read `notifications` for those missed meanwhile; one may come twice, with the same id. Served over WebSocket and server-sent events: see docs/live.md.',
  })
  notificationReceived(@Root() notification: Notification): Notification {
    return notification;
  }

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
