import { Field, ID, ObjectType } from 'type-graphql';
import { FileUpload } from '../graphql/file-upload.type.js';
import { Payload } from '../graphql/payload.js';

@ObjectType({ simpleResolvers: true, description: 'Answer of requestCompanyLogoUpload.' })
export class RequestCompanyLogoUploadPayload extends Payload {
  @Field(() => ID, {
    nullable: true,
    description: 'Send it to completeCompanyLogoUpload once the file is uploaded, within an hour.',
  })
  uploadId?: string | null;

  @Field(() => FileUpload, { nullable: true, description: 'How to upload the file.' })
  upload?: FileUpload | null;
}
