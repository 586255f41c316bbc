import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Payload } from '../graphql/payload.js';
import { Notification } from './notification.entity.js';

@ObjectType({ simpleResolvers: true, description: 'Answer of markNotificationRead.' })
export class MarkNotificationReadPayload extends Payload {
  @Field(() => Notification, { nullable: true, description: 'The notification as it is now.' })
  notification?: Notification | null;
}

@ObjectType({ simpleResolvers: true, description: 'Answer of markAllNotificationsRead.' })
export class MarkAllNotificationsReadPayload {
  @Field(() => Int, { description: 'How many were unread until now.' })
  markedCount!: number;
}

@ObjectType({ simpleResolvers: true, description: 'Answer of deleteNotification.' })
export class DeleteNotificationPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'Id of the notification that is gone.' })
  deletedNotificationId?: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'Answer of deleteReadNotifications.' })
export class DeleteReadNotificationsPayload {
  @Field(() => Int, { description: 'How many are gone.' })
  deletedCount!: number;
}
