import { IsIn, Length, Matches, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { FORMATS, MAX_CV_BYTES } from './cv-files.js';

/** No folders, and nothing that could end a header. */
// oxlint-disable-next-line no-control-regex -- control characters are what it keeps out
const FILE_NAME = /^[^/\\\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+$/;

@InputType({ description: 'A file somebody is about to upload as a CV.' })
export class RequestCvUploadInput {
  @Field(() => String, {
    description: 'Its name, 1 to 200 characters, ending as its type does: .pdf, .doc, .docx or .odt.',
  })
  @Matches(FILE_NAME, { message: 'fileName must be the name of a file, without folders' })
  @Length(1, 200)
  fileName!: string;

  @Field(() => String, {
    description:
      'Its media type: "application/pdf", "application/msword", "application/vnd.openxmlformats-officedocument.wordprocessingml.document" or "application/vnd.oasis.opendocument.text".',
  })
  @IsIn([...FORMATS.keys()], { message: 'contentType must be that of a PDF, DOC, DOCX or ODT file' })
  contentType!: string;

  @Field(() => Int, { description: 'Its exact size in bytes: 1 to 5,242,880 (5 MiB).' })
  @Min(1)
  @Max(MAX_CV_BYTES, { message: 'sizeBytes must not be greater than 5242880: a CV has at most 5 MiB' })
  sizeBytes!: number;
}

@InputType({ description: 'A file that was uploaded and shall become a CV.' })
export class CompleteCvUploadInput {
  @Field(() => ID, { description: 'The `cvId` that requestCvUpload answered.' })
  cvId!: string;
}

@InputType({ description: 'Names a CV.' })
export class CvIdInput {
  @Field(() => ID, { description: 'Id of the CV.' })
  cvId!: string;
}
