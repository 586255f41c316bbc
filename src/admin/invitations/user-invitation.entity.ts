import { Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { DateTime } from '../../graphql/date-time.js';
import { Node } from '../../graphql/node.js';
import { Role } from '../../graphql/role.js';
import { User } from '../../users/user.entity.js';

/**
 * The account itself is made when the invitation is accepted, and the row goes in that transaction: so there is never
 * an account nobody can sign in to, nor a link that is good twice. The token is only ever in the mail.
 */
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'A mailed offer to open an account, until it is accepted or taken back. Only administrators see it.',
})
@Entity({ tableName: 'user_invitations' })
@Index({ name: 'user_invitations_created_at_index', properties: ['createdAt', 'id'] })
export class UserInvitation extends Node {
  @ManyToOne(() => User, {
    mapToPk: true,
    fieldName: 'invited_by_user_id',
    deleteRule: 'set null',
    nullable: true,
    index: true,
  })
  invitedByUserId!: string | null;

  @Field(() => String, { description: 'The address it was mailed to, and that the account will have.' })
  @Unique({ name: 'user_invitations_email_unique' })
  @Property({ columnType: 'citext', type: 'string' })
  email!: string;

  @Field(() => String, { description: 'Given name the account will have.' })
  @Property({ type: 'text' })
  firstName!: string;

  @Field(() => String, { description: 'Family name the account will have.' })
  @Property({ type: 'text' })
  lastName!: string;

  @Field(() => Role, { description: 'What the user will be able to do.' })
  @Enum({ items: () => Role, type: 'text' })
  role!: Role;

  /** What the token is made from. Another one each time it is mailed, so that the links before lead nowhere. */
  @Property({ type: 'uuid' })
  linkId!: string;

  @Unique({ name: 'user_invitations_token_hash_unique' })
  @Property({ type: 'text' })
  tokenHash!: string;

  @Field(() => DateTime, { description: 'Until when it can be accepted. Sending it again starts over.' })
  @Property({ type: 'timestamptz' })
  expiresAt!: Date;
}

/** What a second invitation to an address violates. */
export const INVITATION_UNIQUE = 'user_invitations_email_unique';
