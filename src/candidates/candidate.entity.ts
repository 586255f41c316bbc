import type { Opt } from '@mikro-orm/core';
import { Check, Entity, OneToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../graphql/node.js';
import { User } from '../users/user.entity.js';

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'The profile of a user with the role CANDIDATE. Seen by the candidate, by employers who hold an application of theirs, and by administrators.',
})
@Entity({ tableName: 'candidates' })
@Check({ name: 'candidates_years_experience_check', expression: 'years_experience >= 0' })
@Check({
  name: 'candidates_salary_expectation_check',
  expression: 'salary_expectation_min >= 0 and salary_expectation_min <= salary_expectation_max',
})
export class Candidate extends Node {
  @OneToOne(() => User, { mapToPk: true, fieldName: 'user_id', deleteRule: 'cascade' })
  userId!: string;

  @Field(() => String, { nullable: true, description: 'Phone number.' })
  @Property({ type: 'text', nullable: true })
  phone!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where the candidate lives, such as "Douala, Cameroun".',
  })
  @Property({ type: 'text', nullable: true })
  location!: string | null;

  @Field(() => String, { nullable: true, description: 'LinkedIn page: an http or https URL.' })
  @Property({ type: 'text', nullable: true })
  linkedinUrl!: string | null;

  @Field(() => String, { nullable: true, description: 'Personal website: an http or https URL.' })
  @Property({ type: 'text', nullable: true })
  websiteUrl!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Professional headline, such as "Comptable confirmé".',
  })
  @Property({ type: 'text', nullable: true })
  title!: string | null;

  @Field(() => String, { nullable: true, description: 'A few sentences about the candidate.' })
  @Property({ type: 'text', nullable: true })
  summary!: string | null;

  @Field(() => Int, { nullable: true, description: 'Years of professional experience.' })
  @Property({ type: 'integer', nullable: true })
  yearsExperience!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Lowest monthly salary the candidate would accept, in XAF.',
  })
  @Property({ type: 'integer', nullable: true })
  salaryExpectationMin!: number | null;

  @Field(() => Int, { nullable: true, description: 'Monthly salary the candidate hopes for, in XAF.' })
  @Property({ type: 'integer', nullable: true })
  salaryExpectationMax!: number | null;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  updatedAt!: Opt<Date>;
}
