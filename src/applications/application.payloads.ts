import { Field, ID, ObjectType } from 'type-graphql';
import { Payload } from '../graphql/payload.js';
import { UserError } from '../graphql/user-error.js';
import { Application } from './application.entity.js';

@ObjectType({ simpleResolvers: true })
abstract class ApplicationPayload extends Payload {
  @Field(() => Application, { nullable: true, description: 'The application as it is now.' })
  application?: Application | null;
}

@ObjectType({ simpleResolvers: true, description: 'Answer of applyToJob.' })
export class ApplyToJobPayload extends ApplicationPayload {}

@ObjectType({ simpleResolvers: true, description: 'Answer of moveApplication.' })
export class MoveApplicationPayload extends ApplicationPayload {}

@ObjectType({ simpleResolvers: true, description: 'Answer of withdrawApplication.' })
export class WithdrawApplicationPayload extends ApplicationPayload {}

@ObjectType({ simpleResolvers: true, description: 'Answer of openApplication.' })
export class OpenApplicationPayload extends ApplicationPayload {}

@ObjectType({ simpleResolvers: true, description: 'Answer of reopenApplication.' })
export class ReopenApplicationPayload extends ApplicationPayload {}

@ObjectType({ simpleResolvers: true, description: 'Answer of rateApplication.' })
export class RateApplicationPayload extends ApplicationPayload {}

@ObjectType({ simpleResolvers: true, description: 'What became of one application of a move of many.' })
export class MoveResult {
  @Field(() => ID, { description: 'Its id, as it was sent.' })
  applicationId!: string;

  @Field(() => Application, {
    nullable: true,
    description: 'The application as it is now; null when it was not moved.',
  })
  application!: Application | null;

  @Field(() => [UserError], { description: 'Empty when it was moved; otherwise why it was not.' })
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true, description: 'Answer of moveApplications.' })
export class MoveApplicationsPayload extends Payload {
  @Field(() => [MoveResult], {
    nullable: true,
    description:
      'One for each application named, in the order of the input. Null when the input as a whole was refused.',
  })
  results?: MoveResult[] | null;
}
