import { Field, ObjectType } from 'type-graphql';
import { Payload } from '../../graphql/payload.js';
import { Job } from '../../jobs/job.entity.js';

@ObjectType({ simpleResolvers: true, description: 'Answer of takeDownJob.' })
export class TakeDownJobPayload extends Payload {
  @Field(() => Job, { nullable: true, description: 'The job as it is now.' })
  job?: Job | null;
}
