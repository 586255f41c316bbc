import type { Opt } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { DateTime } from '../graphql/date-time.js';
import { Node } from '../graphql/node.js';
import { User } from '../users/user.entity.js';
import { Company } from './company.entity.js';

/** The token itself is only ever in the e-mail. */
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'An offer to join a company, sent by e-mail and good once. Seen by the company admins of that company and by administrators.',
})
@Entity({ tableName: 'company_invitations' })
@Index({ name: 'company_invitations_company_id_index', properties: ['companyId', 'createdAt', 'id'] })
@Unique({
  name: 'company_invitations_one_open_per_address',
  properties: ['companyId', 'email'],
  where: 'accepted_at is null and cancelled_at is null',
})
export class CompanyInvitation extends Node {
  @ManyToOne(() => Company, { mapToPk: true, fieldName: 'company_id', deleteRule: 'cascade' })
  companyId!: string;

  /** The company admin who sent it last. */
  @ManyToOne(() => User, {
    mapToPk: true,
    fieldName: 'invited_by_user_id',
    deleteRule: 'set null',
    nullable: true,
    index: true,
  })
  invitedByUserId!: string | null;

  @Field(() => String, {
    description: 'The address it was sent to. Whether it has an account is not told.',
  })
  @Property({ columnType: 'citext', type: 'string' })
  email!: string;

  @Unique({ name: 'company_invitations_token_hash_unique' })
  @Property({ type: 'text' })
  tokenHash!: string;

  @Field(() => Boolean, { description: 'Will be allowed to create, edit, publish and close jobs.' })
  @Property({ type: 'boolean', default: true })
  canCreateJobs!: Opt<boolean>;

  @Field(() => Boolean, { description: 'Will be allowed to read and move applications.' })
  @Property({ type: 'boolean', default: true })
  canManageCandidates!: Opt<boolean>;

  @Field(() => DateTime, { description: 'When it stops being good: 7 days after it was last sent.' })
  @Property({ type: 'timestamptz' })
  expiresAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When somebody joined by it; null until then.' })
  @Property({ type: 'timestamptz', nullable: true })
  acceptedAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When a company admin cancelled it; null if none did.',
  })
  @Property({ type: 'timestamptz', nullable: true })
  cancelledAt!: Date | null;
}
