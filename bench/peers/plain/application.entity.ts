import type { Ref } from '@mikro-orm/core';
import { Entity, Enum, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { Candidate } from './candidate.entity.js';
import { ApplicationStatus } from './enums.js';
import { Job } from './job.entity.js';

@ObjectType()
@Entity({ tableName: 'applications' })
export class Application {
  @Field(() => ID)
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne(() => Job, { ref: true })
  job!: Ref<Job>;

  @ManyToOne(() => Candidate, { ref: true })
  candidate!: Ref<Candidate>;

  @Field(() => ApplicationStatus)
  @Enum({ items: () => ApplicationStatus, type: 'text' })
  status!: ApplicationStatus;

  @Field(() => String, { nullable: true })
  @Property({ type: 'text', nullable: true })
  coverLetter!: string | null;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  @Field(() => Date)
  get appliedAt(): Date {
    return this.createdAt;
  }
}
