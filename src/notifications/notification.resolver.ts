import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Int, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import { anyUser } from '../graphql/authorize.js';
import type { Connection } from '../graphql/connection.js';
import type { Context } from '../graphql/context.js';
import { mutate } from '../graphql/mutation.js';
import { selects } from '../graphql/selection.js';
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

/** The notifications of the viewer, and nobody else's. */
@Resolver()
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
}
