import { Entity, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Node } from '../graphql/node.js';
import { User } from '../users/user.entity.js';

/**
 * An address waiting for its owner to confirm it: the one a user has, or the one a user wants to change to. The token
 * itself is only ever in the e-mail.
 */
@Entity({ tableName: 'email_confirmations' })
export class EmailConfirmation extends Node {
  @ManyToOne(() => User, { mapToPk: true, fieldName: 'user_id', deleteRule: 'cascade', index: true })
  userId!: string;

  @Property({ columnType: 'citext', type: 'string' })
  email!: string;

  /** Of a change: the address the user has until the new one confirms. Null when it is their own to confirm. */
  @Property({ columnType: 'citext', type: 'string', nullable: true })
  oldEmail!: string | null;

  @Unique({ name: 'email_confirmations_token_hash_unique' })
  @Property({ type: 'text' })
  tokenHash!: string;

  @Property({ type: 'timestamptz' })
  expiresAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  usedAt!: Date | null;
}
