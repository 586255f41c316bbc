import type { Disk } from 'flydrive';
import { Arg, Ctx, Directive, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { candidateOnly } from '../graphql/authorize.js';
import type { Context } from '../graphql/context.js';
import { DateTime } from '../graphql/date-time.js';
import { mutate } from '../graphql/mutation.js';
import { signDownload } from '../platform/files/files.js';
import { activateCv } from './activate-cv.js';
import { completeCvUpload } from './complete-cv-upload.js';
import { DOWNLOAD_SECONDS } from './cv-files.js';
import { Cv } from './cv.entity.js';
import { CompleteCvUploadInput, CvIdInput, RequestCvUploadInput } from './cv.inputs.js';
import {
  ActivateCvPayload,
  CompleteCvUploadPayload,
  DeleteCvPayload,
  RequestCvUploadPayload,
} from './cv.payloads.js';
import { deleteCv } from './delete-cv.js';
import { requestCvUpload } from './request-cv-upload.js';

/** A CV is only ever handed to somebody who may see it, and whoever may see it may download it. */
@Resolver(() => Cv)
export class CvResolver {
  constructor(private readonly disk: Disk) {}

  @Mutation(() => RequestCvUploadPayload, {
    nullable: true,
    description:
      'Begins to upload a CV of the viewer, a candidate: send the file as `upload` tells, then call completeCvUpload.',
  })
  @Directive('@rateLimit(limit: 20, duration: 3600)')
  requestCvUpload(
    @Ctx() ctx: Context,
    @Arg('input', () => RequestCvUploadInput, { description: 'The file.' }) input: RequestCvUploadInput,
  ): Promise<RequestCvUploadPayload> {
    const viewer = candidateOnly(ctx);
    return mutate<RequestCvUploadPayload>(input, () => requestCvUpload(ctx, this.disk, viewer, input));
  }

  @Mutation(() => CompleteCvUploadPayload, {
    nullable: true,
    description:
      'Makes a CV of an uploaded file, if it is what it was said to be. The first one is active at once. Doing it again answers the same CV.',
  })
  @Directive('@rateLimit(limit: 60, duration: 3600)')
  completeCvUpload(
    @Ctx() ctx: Context,
    @Arg('input', () => CompleteCvUploadInput, { description: 'Which upload.' }) input: CompleteCvUploadInput,
  ): Promise<CompleteCvUploadPayload> {
    const viewer = candidateOnly(ctx);
    return mutate<CompleteCvUploadPayload>(input, async () => ({
      cv: await completeCvUpload(ctx, this.disk, viewer, input.cvId),
    }));
  }

  @Mutation(() => ActivateCvPayload, {
    nullable: true,
    description: 'Makes a CV of the viewer, a candidate, the one that goes with applications.',
  })
  activateCv(
    @Ctx() ctx: Context,
    @Arg('input', () => CvIdInput, { description: 'Which CV.' }) input: CvIdInput,
  ): Promise<ActivateCvPayload> {
    const viewer = candidateOnly(ctx);
    return mutate<ActivateCvPayload>(input, async () => ({ cv: await activateCv(ctx, viewer, input.cvId) }));
  }

  @Mutation(() => DeleteCvPayload, {
    nullable: true,
    description:
      'Takes a CV off the profile of the viewer, a candidate. Applications it was sent with keep it. If it was active, the latest of the others is.',
  })
  deleteCv(
    @Ctx() ctx: Context,
    @Arg('input', () => CvIdInput, { description: 'Which CV.' }) input: CvIdInput,
  ): Promise<DeleteCvPayload> {
    const viewer = candidateOnly(ctx);
    return mutate<DeleteCvPayload>(input, async () => ({
      deletedCvId: await deleteCv(ctx, viewer, input.cvId),
    }));
  }

  @FieldResolver(() => DateTime, { description: 'When it was uploaded.' })
  uploadedAt(@Root() cv: Cv): Date {
    return cv.createdAt;
  }

  @FieldResolver(() => String, {
    description:
      'Where to download the file: an address that works for 5 minutes, for whoever has it. Ask for a new one each time.',
  })
  downloadUrl(@Root() cv: Cv): Promise<string> {
    return signDownload(this.disk, cv.fileKey, cv, DOWNLOAD_SECONDS);
  }
}
