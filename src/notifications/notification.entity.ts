import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Application } from '../applications/application.entity.js';
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

/** Something that happened and concerns a user. `payload` holds the facts (such as the new status), never a text. */
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

  @Property({ type: 'timestamptz', nullable: true })
  readAt!: Date | null;
}
