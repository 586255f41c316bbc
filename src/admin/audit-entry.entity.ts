import { Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Node } from '../graphql/node.js';
import { User } from '../users/user.entity.js';

/** One act worth remembering: of an administrator, or of the platform in defence of an account. Append-only. */
@Entity({ tableName: 'audit_log' })
@Index({
  name: 'audit_log_created_at_index',
  properties: ['createdAt', 'id'],
})
@Index({ name: 'audit_log_subject_index', properties: ['subjectType', 'subjectId'] })
export class AuditEntry extends Node {
  @ManyToOne(() => User, {
    mapToPk: true,
    fieldName: 'actor_user_id',
    deleteRule: 'set null',
    nullable: true,
    index: true,
  })
  actorUserId!: string | null;

  @Property({ type: 'text' })
  action!: string;

  @Property({ type: 'text' })
  subjectType!: string;

  /** No foreign key: the entry outlives its subject. */
  @Property({ type: 'uuid', nullable: true })
  subjectId!: string | null;

  @Property({ type: 'json' })
  details!: Record<string, string>;

  @Property({ columnType: 'inet', type: 'string', nullable: true })
  ip!: string | null;

  @Property({ type: 'text', nullable: true })
  requestId!: string | null;
}
