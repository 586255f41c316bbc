import type { Ref } from '@mikro-orm/core';
import { Entity, Enum, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Company } from './company.entity.js';
import { JobStatus, JobType, LocationType } from './enums.js';

@ObjectType()
@Entity({ tableName: 'jobs' })
export class Job {
  @Field(() => ID)
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne(() => Company, { ref: true })
  company!: Ref<Company>;

  @Field(() => String)
  @Property({ type: 'text' })
  title!: string;

  @Field(() => String)
  @Property({ type: 'text' })
  description!: string;

  @Field(() => JobType)
  @Enum({ items: () => JobType, type: 'text' })
  type!: JobType;

  @Field(() => LocationType)
  @Enum({ items: () => LocationType, type: 'text' })
  locationType!: LocationType;

  @Field(() => String, { nullable: true })
  @Property({ type: 'text', nullable: true })
  location!: string | null;

  @Field(() => String, { nullable: true })
  @Property({ type: 'text', nullable: true })
  country!: string | null;

  @Field(() => Int, { nullable: true })
  @Property({ type: 'integer', nullable: true })
  salaryMin!: number | null;

  @Field(() => Int, { nullable: true })
  @Property({ type: 'integer', nullable: true })
  salaryMax!: number | null;

  @Field(() => String)
  @Property({ type: 'text' })
  currency!: string;

  @Field(() => JobStatus)
  @Enum({ items: () => JobStatus, type: 'text' })
  status!: JobStatus;

  @Field(() => Boolean)
  @Property({ type: 'boolean' })
  isFeatured!: boolean;

  @Field(() => Int)
  @Property({ type: 'integer' })
  viewsCount!: number;

  @Field(() => Int)
  @Property({ type: 'integer' })
  applicationsCount!: number;

  @Field(() => Date, { nullable: true })
  @Property({ type: 'timestamptz', nullable: true })
  postedAt!: Date | null;

  @Field(() => Date, { nullable: true })
  @Property({ type: 'timestamptz', nullable: true })
  expiresAt!: Date | null;
}
