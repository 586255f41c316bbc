import type { Opt } from '@mikro-orm/core';
import { Entity, ManyToOne, OneToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Company } from '../companies/company.entity.js';
import { Node } from '../graphql/node.js';
import { User } from '../users/user.entity.js';

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'The profile of a user with the role EMPLOYER.',
})
@Entity({ tableName: 'employers' })
export class Employer extends Node {
  @OneToOne(() => User, { mapToPk: true, fieldName: 'user_id', deleteRule: 'cascade' })
  userId!: string;

  /** Null until the employer creates a company or accepts an invitation to one. */
  @ManyToOne(() => Company, {
    mapToPk: true,
    fieldName: 'company_id',
    deleteRule: 'set null',
    nullable: true,
    index: true,
  })
  companyId!: string | null;

  @Field(() => String, { nullable: true, description: 'Job title at the company.' })
  @Property({ type: 'text', nullable: true })
  position!: string | null;

  @Field(() => String, { nullable: true, description: 'Department of the company.' })
  @Property({ type: 'text', nullable: true })
  department!: string | null;

  @Field(() => String, { nullable: true, description: 'Professional phone number.' })
  @Property({ type: 'text', nullable: true })
  phone!: string | null;

  @Field(() => Boolean, { description: 'May create, edit, publish and close jobs of the company.' })
  @Property({ type: 'boolean', default: true })
  canCreateJobs!: Opt<boolean>;

  @Field(() => Boolean, { description: 'May read and move the applications to jobs of the company.' })
  @Property({ type: 'boolean', default: true })
  canManageCandidates!: Opt<boolean>;

  @Field(() => Boolean, { description: 'May edit the company, invite colleagues and set their permissions.' })
  @Property({ type: 'boolean', default: false })
  isCompanyAdmin!: Opt<boolean>;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  updatedAt!: Opt<Date>;
}
