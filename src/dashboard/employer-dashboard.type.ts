import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Application } from '../applications/application.entity.js';
import { ApplicationStatus } from '../applications/application.enums.js';
import { DateTime } from '../graphql/date-time.js';
import { Job } from '../jobs/job.entity.js';

export enum DashboardScope {
  OWN_JOBS = 'OWN_JOBS',
  COMPANY = 'COMPANY',
}

registerEnumType(DashboardScope, {
  name: 'DashboardScope',
  description: 'Whose jobs the dashboard of an employer is about.',
  valuesConfig: {
    OWN_JOBS: { description: 'The jobs the viewer wrote.' },
    COMPANY: { description: "All jobs of the viewer's company." },
  },
});

export enum EmployerNextStep {
  CREATE_COMPANY = 'CREATE_COMPANY',
  CREATE_JOB = 'CREATE_JOB',
  PUBLISH_JOB = 'PUBLISH_JOB',
}

registerEnumType(EmployerNextStep, {
  name: 'EmployerNextStep',
  description: 'What an employer should do first.',
  valuesConfig: {
    CREATE_COMPANY: { description: 'Create a company, or ask a colleague for an invitation to theirs.' },
    CREATE_JOB: { description: 'Write the first job.' },
    PUBLISH_JOB: { description: 'Publish a job: none is public at present.' },
  },
});

@ObjectType({ simpleResolvers: true, description: 'How many applications stand at a status.' })
export class FunnelStep {
  @Field(() => ApplicationStatus, { description: 'The status.' })
  status!: ApplicationStatus;

  @Field(() => Int, { description: 'Applications that stand there now.' })
  count!: number;

  @Field(() => Float, { description: 'Their share of all applications: percent, one decimal.' })
  share!: number;
}

@ObjectType({ simpleResolvers: true, description: 'A job and how many applications it received.' })
export class TopJob {
  @Field(() => Job, { description: 'The job.' })
  job!: Job;

  @Field(() => Int, { description: 'Applications it received.' })
  applications!: number;
}

@ObjectType({
  simpleResolvers: true,
  description: 'An employer at a glance. Each `…Change` is the figure now minus the figure 30 days ago.',
})
export class EmployerDashboard {
  @Field(() => EmployerNextStep, {
    nullable: true,
    description: 'What to do first; null when jobs are online, or writing them is not up to the viewer.',
  })
  nextStep!: EmployerNextStep | null;

  @Field(() => Int, { description: 'Jobs that are public now.' })
  activeJobs!: number;

  @Field(() => Int, { description: 'Change of `activeJobs` in 30 days.' })
  activeJobsChange!: number;

  @Field(() => Int, { description: 'Applications received, whatever became of them.' })
  applications!: number;

  @Field(() => Int, { description: 'Change of `applications` in 30 days.' })
  applicationsChange!: number;

  @Field(() => Int, { description: 'Applications that stand at INTERVIEW.' })
  interviews!: number;

  @Field(() => Int, { description: 'Change of `interviews` in 30 days.' })
  interviewsChange!: number;

  @Field(() => Int, {
    description: 'Share of applications no longer at APPLIED: percent, rounded half to even.',
  })
  responseRate!: number;

  @Field(() => Int, { description: 'Change of `responseRate` in 30 days, in percentage points.' })
  responseRateChange!: number;

  @Field(() => Float, { description: 'Share of applications that were accepted: percent, one decimal.' })
  conversionRate!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Mean days from application to its first move to INTERVIEW, one decimal; null before the first interview.',
  })
  meanDaysToInterview!: number | null;

  @Field(() => [FunnelStep], {
    description: 'Applications by status, in the order of the process; every status is listed.',
  })
  funnel!: FunnelStep[];

  @Field(() => [TopJob], { description: 'The five jobs with most applications.' })
  topJobs!: TopJob[];

  @Field(() => Job, { nullable: true, description: 'The job created last, of any status.' })
  recentJob!: Job | null;

  @Field(() => Application, {
    nullable: true,
    description: 'The application received last; null without the permission to manage candidates.',
  })
  recentApplication!: Application | null;

  @Field(() => Application, {
    nullable: true,
    description: 'The application moved to INTERVIEW last; null without the permission to manage candidates.',
  })
  recentInterview!: Application | null;

  @Field(() => DateTime, { nullable: true, description: 'When `recentInterview` was moved there.' })
  recentInterviewAt!: Date | null;
}
