import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Node } from '../graphql/node.js';
import { User } from '../users/user.entity.js';

export enum SessionEnd {
  SIGNED_OUT = 'SIGNED_OUT',
  REVOKED = 'REVOKED',
  TOKEN_REUSED = 'TOKEN_REUSED',
  PASSWORD_CHANGED = 'PASSWORD_CHANGED',
  DEACTIVATED = 'DEACTIVATED',
}

/**
 * One signed-in device. It never holds a token: only bcrypt hashes of a keyed digest of the refresh token that is
 * current, and of the one rotated just before (see refresh-token-hash.ts).
 */
@Entity({ tableName: 'sessions' })
@Index({ name: 'sessions_user_id_index', properties: ['userId', 'createdAt'] })
@Index({ name: 'sessions_absolute_expires_at_index', properties: ['absoluteExpiresAt'] })
export class Session extends Node {
  @ManyToOne(() => User, { mapToPk: true, fieldName: 'user_id', deleteRule: 'cascade' })
  userId!: string;

  @Property({ type: 'text' })
  refreshTokenHash!: string;

  @Property({ type: 'text', nullable: true })
  previousRefreshTokenHash!: string | null;

  @Property({ type: 'timestamptz', nullable: true })
  rotatedAt!: Date | null;

  @Property({ type: 'timestamptz' })
  lastUsedAt!: Date;

  @Property({ type: 'text', nullable: true })
  userAgent!: string | null;

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
