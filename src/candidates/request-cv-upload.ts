import type { Disk } from 'flydrive';
import { sql } from 'kysely';
import type { Context } from '../graphql/context.js';
import { globalId } from '../graphql/ids.js';
import { refusal, UserErrorCode } from '../graphql/user-error.js';
import type { CandidateViewer } from '../graphql/viewer.js';
import { addTime } from '../platform/clock.js';
import { signUpload, type SignedUpload } from '../platform/files/files.js';
import { COMPLETION_TIME, UPLOAD_SECONDS, uploadKey } from '../platform/files/uploads.js';
import { FORMATS, MAX_CVS } from './cv-files.js';
import { CvUpload } from './cv-upload.entity.js';
import type { RequestCvUploadInput } from './cv.inputs.js';

/** Makes a link to upload a CV with. Nothing is a CV until the upload is completed. */
export async function requestCvUpload(
  ctx: Context,
  disk: Disk,
  viewer: CandidateViewer,
  { fileName, contentType, sizeBytes }: RequestCvUploadInput,
): Promise<{ cvId: string; upload: SignedUpload }> {
  const extension = FORMATS.get(contentType)?.extension;
  if (extension === undefined || !fileName.toLowerCase().endsWith(extension)) {
    throw refusal(
      UserErrorCode.INVALID,
      'fileName',
      `The name of a file of this type ends with ${extension}.`,
    );
  }
  await refuseTooMany(ctx, viewer);
  const now = ctx.clock.now();
  const { id } = await ctx.db.transaction(async (em) =>
    em.create(CvUpload, {
      candidateId: viewer.candidateId,
      fileName,
      contentType,
      sizeBytes,
      createdAt: now,
      expiresAt: addTime(now, COMPLETION_TIME),
      completedAt: null,
    }),
  );
  const upload = await signUpload(disk, uploadKey(id), { contentType, sizeBytes }, now, UPLOAD_SECONDS);
  return { cvId: globalId('Cv', id), upload };
}

/** Early, to spare the upload; what settles it is the completion. */
async function refuseTooMany({ db }: Context, { candidateId }: CandidateViewer): Promise<void> {
  const cvs = await db.rows(sql<{ id: string }>`
    select id from cvs where candidate_id = ${candidateId} and deleted_at is null`);
  if (cvs.length >= MAX_CVS) throw tooManyCvs();
}

export const tooManyCvs = () =>
  refusal(UserErrorCode.LIMIT_REACHED, null, `A profile may have ${MAX_CVS} CVs. Delete one first.`);
