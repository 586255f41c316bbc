import { Field, Int, ObjectType } from 'type-graphql';
import { Role } from '../graphql/role.js';
import { JobStatus } from '../jobs/job.enums.js';

@ObjectType({ simpleResolvers: true, description: 'How many users have a role.' })
export class UsersOfRole {
  @Field(() => Role, { description: 'The role.' })
  role!: Role;

  @Field(() => Int, { description: 'Users with it who may sign in.' })
  active!: number;

  @Field(() => Int, { description: 'Users with it who were deactivated.' })
  inactive!: number;
}

@ObjectType({ simpleResolvers: true, description: 'How many jobs have a status.' })
export class JobsOfStatus {
  @Field(() => JobStatus, { description: 'The status.' })
  status!: JobStatus;

  @Field(() => Int, { description: 'Jobs with it.' })
  count!: number;
}

@ObjectType({ simpleResolvers: true, description: 'The platform at a glance, for administrators.' })
export class AdminDashboard {
  @Field(() => Int, { description: 'All users.' })
  users!: number;

  @Field(() => Int, { description: 'Users who may sign in.' })
  activeUsers!: number;

  @Field(() => Int, { description: 'Users who were deactivated.' })
  inactiveUsers!: number;

  @Field(() => [UsersOfRole], { description: 'Users by role and activity; every role is listed.' })
  usersByRole!: UsersOfRole[];

  @Field(() => Int, { description: 'All companies.' })
  companies!: number;

  @Field(() => Int, { description: 'All jobs, of any status.' })
  jobs!: number;

  @Field(() => [JobsOfStatus], { description: 'Jobs by status; every status is listed.' })
  jobsByStatus!: JobsOfStatus[];

  @Field(() => Int, { description: 'All applications, of any status.' })
  applications!: number;

  @Field(() => Int, { description: 'All notifications, read and unread.' })
  notifications!: number;

  @Field(() => Int, { description: 'Users who signed up in the last 7 days.' })
  signUpsOf7Days!: number;
}
