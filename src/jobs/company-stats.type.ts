import { Field, Int, ObjectType } from 'type-graphql';
import { JobStatus } from './job.enums.js';

@ObjectType({
  simpleResolvers: true,
  description: 'How many jobs of a company are at a point of their life.',
})
export class JobStatusCount {
  @Field(() => JobStatus, { description: 'Where the jobs are in their life.' })
  status!: JobStatus;

  @Field(() => Int, { description: 'How many jobs are there.' })
  count!: number;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A company in numbers, for its members and for administrators.',
})
export class CompanyStats {
  @Field(() => Int, { description: 'Public jobs: published and not expired.' })
  activeJobs!: number;

  @Field(() => Int, { description: 'All jobs, whatever their status.' })
  jobs!: number;

  @Field(() => [JobStatusCount], {
    description: 'The jobs by status: every status, in the order of a life.',
  })
  jobsByStatus!: JobStatusCount[];

  @Field(() => Int, { description: 'Applications to all its jobs, withdrawn ones included.' })
  applications!: number;

  @Field(() => Int, { description: 'Members: employers who belong to it.' })
  employers!: number;
}
