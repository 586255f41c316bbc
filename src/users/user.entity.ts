import type { Opt } from '@mikro-orm/core';
import { Entity, Enum, Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { DateTime } from '../graphql/date-time.js';
import { Node } from '../graphql/node.js';
import { Role } from '../graphql/role.js';

@ObjectType({ implements: Node, simpleResolvers: true, description: 'One person who can sign in.' })
@Entity({ tableName: 'users' })
@Index({
  name: 'users_created_at_index',
  properties: ['createdAt', 'id'],
  include: ['role', 'isActive'],
})
@Index({
  name: 'users_name_index',
  expression:
    "create index users_name_index on users (left(plain_text(last_name || ' ' || first_name), 100), id)",
})
@Index({
  name: 'users_search_index',
  expression:
    "create index users_search_index on users using gin (plain_text(first_name || ' ' || last_name || ' ' || email::text) gin_trgm_ops)",
})
export class User extends Node {
  /** citext: unique without regard to case. Stored as the person typed it. */
  @Field(() => String, { description: 'The address this user signs in with.' })
  @Unique({ name: 'users_email_unique' })
  @Property({ columnType: 'citext', type: 'string' })
  email!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was last shown that the user reads the mails of this address; null until it was.',
  })
  @Property({ type: 'timestamptz', nullable: true })
  emailVerifiedAt!: Date | null;

  /** bcrypt. Null for a user who signs in only through a provider. */
  @Property({ type: 'text', nullable: true })
  passwordHash!: string | null;

  @Field(() => Role, { description: 'What this user may do.' })
  @Enum({ items: () => Role, type: 'text' })
  role!: Role;

  @Field(() => String, { description: 'Given name.' })
  @Property({ type: 'text' })
  firstName!: string;

  @Field(() => String, { description: 'Family name.' })
  @Property({ type: 'text' })
  lastName!: string;

  @Field(() => Boolean, {
    description:
      'False once an administrator has deactivated the account: it can do nothing until reactivated.',
  })
  @Property({ type: 'boolean', default: true })
  isActive!: Opt<boolean>;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  updatedAt!: Opt<Date>;
}
