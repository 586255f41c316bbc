import { Field, ObjectType } from 'type-graphql';
import { Payload } from '../graphql/payload.js';
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
