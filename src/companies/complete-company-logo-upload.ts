import type { EntityManager } from '@mikro-orm/postgresql';
import type { Disk } from 'flydrive';
import { sql } from 'kysely';
import type { Context } from '../graphql/context.js';
import { inputUuid } from '../graphql/ids.js';
import { refusal, UserErrorCode } from '../graphql/user-error.js';
import type { EmployerViewer } from '../graphql/viewer.js';
import { sizeOf } from '../platform/files/files.js';
import { keepFile, newFileKey } from '../platform/files/new-file.js';
import { uploadKey } from '../platform/files/uploads.js';
import { CompanyLogoUpload } from './company-logo-upload.entity.js';
import type { CompleteCompanyLogoUploadInput } from './company-logo.inputs.js';
import type { Company } from './company.entity.js';
import { companyById } from './company.loaders.js';
import { companyToEdit } from './company.policy.js';
import { drawLogo } from './draw-logo.js';
import { lockedCompany } from './lock-company.js';
import { LOGO_CONTENT_TYPE, LOGO_FOLDER } from './logo-files.js';

/**
 * Makes an uploaded image the logo of the viewer's company, drawn anew, in place of the one it had. Completing again
 * changes nothing.
 */
export async function completeCompanyLogoUpload(
  ctx: Context,
  disk: Disk,
  viewer: EmployerViewer,
  { uploadId }: CompleteCompanyLogoUploadInput,
): Promise<Company> {
  const companyId = companyToEdit(viewer);
  const id = inputUuid('CompanyLogoUpload', 'uploadId', uploadId);
  const upload = await findUpload(ctx, companyId, id);
  if (!upload) throw notFound();
  const logoKey = upload.completedAt === null ? await makeFile(ctx, disk, upload) : null;
  const company = await ctx.db.transaction((em) => putToUse(ctx, em, upload, logoKey));
  companyById(ctx).clear(companyId);
  return company;
}

async function findUpload({ db, clock }: Context, companyId: string, id: string) {
  return db.row(sql<CompanyLogoUpload>`
    select ${db.columns.list(CompanyLogoUpload, 'u')} from company_logo_uploads u
    where u.id = ${id} and u.company_id = ${companyId} and u.expires_at > ${clock.now()}`);
}

/** @returns the key of the new file, which goes again unless a company keeps it */
async function makeFile({ db, clock }: Context, disk: Disk, upload: CompanyLogoUpload): Promise<string> {
  if ((await sizeOf(disk, uploadKey(upload.id))) === null) {
    throw refusal(UserErrorCode.UPLOAD_MISSING, 'uploadId', 'Nothing has been uploaded yet.');
  }
  const logo = await drawLogo(disk, upload);
  if (!logo) {
    const message =
      'The file is not what was said, in size or type, is damaged, or has more than 4096 × 4096 pixels.';
    throw refusal(UserErrorCode.INVALID_FILE, 'uploadId', message);
  }
  const key = await newFileKey(db, LOGO_FOLDER, clock.now());
  await disk.put(key, logo, { contentType: LOGO_CONTENT_TYPE });
  return key;
}

/**
 * Of several completions at once the first changes the logo, and the others find it changed. The file of the logo before
 * is put down for removal by a trigger.
 */
async function putToUse(
  { clock }: Context,
  em: EntityManager,
  { id, companyId }: CompanyLogoUpload,
  logoKey: string | null,
): Promise<Company> {
  const now = clock.now();
  const company = await lockedCompany(em, companyId, null);
  const upload = await em.findOne(CompanyLogoUpload, { id });
  if (!upload) throw notFound();
  if (upload.completedAt !== null || logoKey === null) return company;
  await keepFile(em, logoKey, now);
  upload.completedAt = now;
  em.assign(company, { logoKey, updatedAt: now });
  return company;
}

const notFound = () => refusal(UserErrorCode.NOT_FOUND, 'uploadId', 'Upload not found, or too long ago.');
