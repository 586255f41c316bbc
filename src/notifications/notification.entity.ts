import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Application } from '../applications/application.entity.js';
import { DateTime } from '../graphql/date-time.js';
import { Node } from '../graphql/node.js';
import { Job } from '../jobs/job.entity.js';
import { User } from '../users/user.entity.js';

export enum NotificationType {
  NEW_APPLICATION = 'NEW_APPLICATION',
  STATUS_CHANGE = 'STATUS_CHANGE',
  NEW_JOB = 'NEW_JOB',
  MESSAGE = 'MESSAGE',
  SYSTEM = 'SYSTEM',
}

registerEnumType(NotificationType, {
  name: 'NotificationType',
  description: 'What a notification tells of.',
  valuesConfig: {
    NEW_APPLICATION: { description: 'Somebody applied to a job of the user.' },
    STATUS_CHANGE: { description: 'An application went from one status to another.' },
    NEW_JOB: { description: 'A job was published that may interest the user.' },
    MESSAGE: { description: 'Somebody wrote to the user.' },
    SYSTEM: { description: "Something happened to the user's account, job or company; `event` tells what." },
  },
});

/** `payload` holds the facts (such as the new status), never a text. */
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'Something that happened and concerns the user. It holds facts and no text: clients put it into words in the language of their user.',
})
@Entity({ tableName: 'notifications' })
@Index({
  name: 'notifications_user_id_index',
  properties: ['userId', 'createdAt', 'id'],
})
@Index({
  name: 'notifications_unread_index',
  properties: ['userId', 'createdAt', 'id'],
  where: 'read_at is null',
})
export class Notification extends Node {
  @ManyToOne(() => User, { mapToPk: true, fieldName: 'user_id', deleteRule: 'cascade' })
  userId!: string;

  @Field(() => NotificationType, { description: 'What it tells of.' })
  @Enum({ items: () => NotificationType, type: 'text' })
  type!: NotificationType;

  @ManyToOne(() => Job, {
    mapToPk: true,
    fieldName: 'job_id',
    deleteRule: 'cascade',
    nullable: true,
    index: true,
  })
  jobId!: string | null;

  @ManyToOne(() => Application, {
    mapToPk: true,
    fieldName: 'application_id',
    deleteRule: 'cascade',
    nullable: true,
    index: true,
  })
  applicationId!: string | null;

  @Property({ type: 'json' })
  payload!: Record<string, string>;

  @Field(() => DateTime, { nullable: true, description: 'When the user read it; null while unread.' })
  @Property({ type: 'timestamptz', nullable: true })
  readAt!: Date | null;
}
