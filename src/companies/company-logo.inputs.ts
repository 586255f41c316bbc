import { IsIn, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { LOGO_FORMATS, MAX_LOGO_BYTES } from './logo-files.js';

@InputType({ description: 'An image somebody is about to upload as the logo of their company.' })
export class RequestCompanyLogoUploadInput {
  @Field(() => String, { description: 'Its media type: "image/png", "image/jpeg" or "image/webp".' })
  @IsIn([...LOGO_FORMATS.keys()], { message: 'contentType must be that of a PNG, JPEG or WebP image' })
  contentType!: string;

  @Field(() => Int, { description: 'Its exact size in bytes: 1 to 2,097,152 (2 MiB).' })
  @Min(1)
  @Max(MAX_LOGO_BYTES, { message: 'sizeBytes must not be greater than 2097152: a logo has at most 2 MiB' })
  sizeBytes!: number;
}

@InputType({ description: 'An image that was uploaded and shall become the logo.' })
export class CompleteCompanyLogoUploadInput {
  @Field(() => ID, { description: 'The `uploadId` that requestCompanyLogoUpload answered.' })
  uploadId!: string;
}
