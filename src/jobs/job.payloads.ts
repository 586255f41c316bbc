import { Field, ID, ObjectType } from 'type-graphql';
import { Payload } from '../graphql/payload.js';
import { Job } from './job.entity.js';

@ObjectType({ simpleResolvers: true })
abstract class JobPayload extends Payload {
  @Field(() => Job, { nullable: true, description: 'The job as it is now.' })
  job?: Job | null;
}

@ObjectType({ simpleResolvers: true, description: 'Answer of createJob.' })
export class CreateJobPayload extends JobPayload {}

@ObjectType({ simpleResolvers: true, description: 'Answer of updateJob.' })
export class UpdateJobPayload extends JobPayload {}

@ObjectType({ simpleResolvers: true, description: 'Answer of publishJob.' })
export class PublishJobPayload extends JobPayload {}

@ObjectType({ simpleResolvers: true, description: 'Answer of closeJob.' })
export class CloseJobPayload extends JobPayload {}

@ObjectType({ simpleResolvers: true, description: 'Answer of archiveJob.' })
export class ArchiveJobPayload extends JobPayload {}

@ObjectType({ simpleResolvers: true, description: 'Answer of recordJobView.' })
export class RecordJobViewPayload extends JobPayload {}

@ObjectType({ simpleResolvers: true, description: 'Answer of deleteJob.' })
export class DeleteJobPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'Id of the job that is gone, for clearing caches.' })
  deletedJobId?: string | null;
}
