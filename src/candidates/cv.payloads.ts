import { Field, ID, ObjectType } from 'type-graphql';
import { FileUpload } from '../graphql/file-upload.type.js';
import { Payload } from '../graphql/payload.js';
import { Cv } from './cv.entity.js';

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
