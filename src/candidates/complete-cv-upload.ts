import type { EntityManager } from '@mikro-orm/postgresql';
import type { Disk } from 'flydrive';
import { sql } from 'kysely';
import type { Context } from '../graphql/context.js';
import { inputUuid } from '../graphql/ids.js';
import { refusal, UserErrorCode } from '../graphql/user-error.js';
import type { CandidateViewer } from '../graphql/viewer.js';
import { executeIn } from '../platform/database/database.js';
import { readFile, sizeOf } from '../platform/files/files.js';
import { giveUpFile, keepFile, newFileKey } from '../platform/files/new-file.js';
import { uploadKey } from '../platform/files/uploads.js';
import { isOfType, MAX_CVS } from './cv-files.js';
import { CvUpload } from './cv-upload.entity.js';
import { Cv } from './cv.entity.js';
import { lockProfile } from './lock-profile.js';
import { tooManyCvs } from './request-cv-upload.js';

/**
 * Makes a CV of an uploaded file, if it is what it was said to be. What is looked at is a copy under a key nobody
 * outside knows: the upload link is good for a while still, and must not change what was checked. Completing again
 * answers the same CV.
 */
export async function completeCvUpload(
  ctx: Context,
  disk: Disk,
  viewer: CandidateViewer,
  cvId: string,
): Promise<Cv> {
  const id = inputUuid('Cv', 'cvId', cvId);
  const upload = await findUpload(ctx, viewer, id);
  if (!upload) return findCompleted(ctx, viewer, id);
  if ((await sizeOf(disk, uploadKey(id))) === null) {
    throw refusal(UserErrorCode.UPLOAD_MISSING, 'cvId', 'Nothing has been uploaded yet.');
  }
  const fileKey = await newFileKey(ctx.db, 'cvs', ctx.clock.now());
  await disk.copy(uploadKey(id), fileKey);
  if (!(await isAsSaid(disk, fileKey, upload))) {
    await giveUpFile(ctx.db, fileKey, ctx.clock.now());
    const message = 'The file is not what was said: its size or its content does not fit the type.';
    throw refusal(UserErrorCode.INVALID_FILE, 'cvId', message);
  }
  return ctx.db.transaction((em) => makeCv(ctx, em, viewer, upload, fileKey));
}

async function findCompleted({ db }: Context, { candidateId }: CandidateViewer, id: string): Promise<Cv> {
  const cv = await db.row(sql<Cv>`
    select ${db.columns.list(Cv, 'c')} from cvs c
    where c.id = ${id} and c.candidate_id = ${candidateId} and c.deleted_at is null`);
  if (!cv) throw notFound();
  return cv;
}

async function findUpload({ db, clock }: Context, viewer: CandidateViewer, id: string) {
  return db.row(sql<CvUpload>`
    select ${db.columns.list(CvUpload, 'u')} from cv_uploads u
    where u.id = ${id} and u.candidate_id = ${viewer.candidateId} and u.expires_at > ${clock.now()}
      and u.completed_at is null`);
}

async function isAsSaid(disk: Disk, fileKey: string, upload: CvUpload): Promise<boolean> {
  if ((await sizeOf(disk, fileKey)) !== upload.sizeBytes) return false;
  return isOfType(upload.contentType, await readFile(disk, fileKey));
}

/** Of several completions at once the first makes the CV, and the others find it made. */
async function makeCv(
  ctx: Context,
  em: EntityManager,
  viewer: CandidateViewer,
  { id, fileName, contentType, sizeBytes }: CvUpload,
  fileKey: string,
): Promise<Cv> {
  const now = ctx.clock.now();
  await lockProfile(em, viewer);
  const made = await em.findOne(Cv, { id, deletedAt: null });
  if (made) return made;
  const { candidateId } = viewer;
  const [completed] = await executeIn(
    em,
    sql<object>`update cv_uploads set completed_at = ${now} where id = ${id} and completed_at is null returning id`,
  );
  if (!completed) throw notFound();
  const others = await em.find(Cv, { candidateId, deletedAt: null });
  if (others.length >= MAX_CVS) throw tooManyCvs();
  await keepFile(em, fileKey, now);
  return em.create(Cv, {
    id,
    candidateId,
    fileName,
    fileKey,
    contentType,
    sizeBytes,
    isActive: !others.some((cv) => cv.isActive),
    deletedAt: null,
    createdAt: now,
  });
}

const notFound = () => refusal(UserErrorCode.NOT_FOUND, 'cvId', 'Upload not found, or too long ago.');
