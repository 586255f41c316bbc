import type { Ref } from '@mikro-orm/core';
import { Entity, OneToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { User } from './user.entity.js';

@ObjectType()
@Entity({ tableName: 'candidates' })
export class Candidate {
  @Field(() => ID)
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @OneToOne(() => User, { ref: true, owner: true })
  user!: Ref<User>;

  @Field(() => String, { nullable: true })
  @Property({ type: 'text', nullable: true })
  location!: string | null;

  @Field(() => String, { nullable: true })
  @Property({ type: 'text', nullable: true })
  title!: string | null;

  @Field(() => Int, { nullable: true })
  @Property({ type: 'integer', nullable: true })
  yearsExperience!: number | null;
}
