import type { Opt } from '@mikro-orm/core';
import { Entity, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Node } from '../graphql/node.js';
import { User } from '../users/user.entity.js';
import { Company } from './company.entity.js';

/** An e-mailed, single-use offer to join a company with the given permissions. */
@Entity({ tableName: 'company_invitations' })
export class CompanyInvitation extends Node {
  @ManyToOne(() => Company, { mapToPk: true, fieldName: 'company_id', deleteRule: 'cascade', index: true })
  companyId!: string;

  @ManyToOne(() => User, {
    mapToPk: true,
    fieldName: 'invited_by_user_id',
    deleteRule: 'set null',
    nullable: true,
    index: true,
  })
  invitedByUserId!: string | null;

  @Property({ columnType: 'citext', type: 'string' })
  email!: string;

  @Unique({ name: 'company_invitations_token_hash_unique' })
  @Property({ type: 'text' })
  tokenHash!: string;

  @Property({ type: 'boolean', default: true })
  canCreateJobs!: Opt<boolean>;

  @Property({ type: 'boolean', default: true })
  canManageCandidates!: Opt<boolean>;

  @Property({ type: 'timestamptz' })
  expiresAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  acceptedAt!: Date | null;
}
