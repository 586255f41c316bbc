import { Entity, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Node } from '../graphql/node.js';
import { User } from '../users/user.entity.js';

/** A request to set a new password. The token itself is only ever in the e-mail. */
@Entity({ tableName: 'password_resets' })
export class PasswordReset extends Node {
  @ManyToOne(() => User, { mapToPk: true, fieldName: 'user_id', deleteRule: 'cascade', index: true })
  userId!: string;

  @Unique({ name: 'password_resets_token_hash_unique' })
  @Property({ type: 'text' })
  tokenHash!: string;

  @Property({ type: 'timestamptz' })
  expiresAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  usedAt!: Date | null;
}
