import { Field, ID, ObjectType } from 'type-graphql';
import { DateTime } from '../graphql/date-time.js';
import { Payload } from '../graphql/payload.js';
import { Cv } from './cv.entity.js';

@ObjectType({ simpleResolvers: true, description: 'A header of an HTTP request.' })
export class HttpHeader {
  @Field(() => String, { description: 'Name, such as "Content-Type".' })
  name!: string;

  @Field(() => String, { description: 'Value.' })
  value!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: 'The HTTP request that uploads a file: the file itself, and nothing else, is its body.',
})
export class FileUpload {
  @Field(() => String, {
    description: 'Where to send it. Whoever has this address may upload: keep it private.',
  })
  url!: string;

  @Field(() => String, { description: 'The HTTP method, "PUT".' })
  method!: string;

  @Field(() => [HttpHeader], { description: 'Headers the request must have, exactly like this.' })
  headers!: HttpHeader[];

  @Field(() => DateTime, { description: 'When the address stops working: 10 minutes after it was made.' })
  expiresAt!: Date;
}

@ObjectType({ simpleResolvers: true, description: 'Answer of requestCvUpload.' })
export class RequestCvUploadPayload extends Payload {
  @Field(() => ID, {
    nullable: true,
    description:
      'Id the CV will have. Send it to completeCvUpload once the file is uploaded, within an hour.',
  })
  cvId?: string | null;

  @Field(() => FileUpload, { nullable: true, description: 'How to upload the file.' })
  upload?: FileUpload | null;
}

@ObjectType({ simpleResolvers: true })
abstract class CvPayload extends Payload {
  @Field(() => Cv, { nullable: true, description: 'The CV as it is now.' })
  cv?: Cv | null;
}

@ObjectType({ simpleResolvers: true, description: 'Answer of completeCvUpload.' })
export class CompleteCvUploadPayload extends CvPayload {}

@ObjectType({ simpleResolvers: true, description: 'Answer of activateCv.' })
export class ActivateCvPayload extends CvPayload {}

@ObjectType({ simpleResolvers: true, description: 'Answer of deleteCv.' })
export class DeleteCvPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'Id of the CV that is gone from the profile.' })
  deletedCvId?: string | null;
}
