import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { DateTime } from '../graphql/date-time.js';
import { Node } from '../graphql/node.js';
import { User } from '../users/user.entity.js';

export enum SessionEnd {
  SIGNED_OUT = 'SIGNED_OUT',
  REVOKED = 'REVOKED',
  TOKEN_REUSED = 'TOKEN_REUSED',
  PASSWORD_CHANGED = 'PASSWORD_CHANGED',
  DEACTIVATED = 'DEACTIVATED',
  LIMIT_REACHED = 'LIMIT_REACHED',
}

/**
 * One signed-in device. It never holds a token: only bcrypt hashes of a keyed digest of the refresh token that is
 * current, and of the one rotated just before (see refresh-token-hash.ts).
 */
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'A device on which a user is signed in. Only that user sees it, and only until it ends.',
})
@Entity({ tableName: 'sessions' })
@Index({ name: 'sessions_user_id_index', properties: ['userId', 'createdAt'] })
@Index({ name: 'sessions_unrevoked_index', properties: ['userId'], where: 'revoked_at is null' })
@Index({ name: 'sessions_idle_expires_at_index', properties: ['idleExpiresAt'] })
export class Session extends Node {
  @ManyToOne(() => User, { mapToPk: true, fieldName: 'user_id', deleteRule: 'cascade' })
  userId!: string;

  @Property({ type: 'text' })
  refreshTokenHash!: string;

  @Property({ type: 'text', nullable: true })
  previousRefreshTokenHash!: string | null;

  @Property({ type: 'timestamptz', nullable: true })
  rotatedAt!: Date | null;

  @Field(() => DateTime, { description: 'When it was used last, to within 10 minutes.' })
  @Property({ type: 'timestamptz' })
  lastUsedAt!: Date;

  @Field(() => String, {
    nullable: true,
    description:
      'What the device said it is when it signed in: the `User-Agent` header, cut to 400 characters.',
  })
  @Property({ type: 'text', nullable: true })
  userAgent!: string | null;

  @Field(() => String, { nullable: true, description: 'The address it was used from last.' })
  @Property({ columnType: 'inet', type: 'string', nullable: true })
  ip!: string | null;

  @Property({ type: 'timestamptz' })
  idleExpiresAt!: Date;

  @Property({ type: 'timestamptz' })
  absoluteExpiresAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  revokedAt!: Date | null;

  @Enum({ items: () => SessionEnd, type: 'text', nullable: true })
  revokedReason!: SessionEnd | null;
}
