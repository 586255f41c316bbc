import type { Disk } from 'flydrive';
import type { Context } from '../graphql/context.js';
import { globalId } from '../graphql/ids.js';
import type { EmployerViewer } from '../graphql/viewer.js';
import { addTime } from '../platform/clock.js';
import { signUpload, type SignedUpload } from '../platform/files/files.js';
import { COMPLETION_TIME, UPLOAD_SECONDS, uploadKey } from '../platform/files/uploads.js';
import { CompanyLogoUpload } from './company-logo-upload.entity.js';
import type { RequestCompanyLogoUploadInput } from './company-logo.inputs.js';
import { companyToEdit } from './company.policy.js';

/** Makes a link to upload a logo with. The company keeps the one it has until the upload is completed. */
export async function requestCompanyLogoUpload(
  ctx: Context,
  disk: Disk,
  viewer: EmployerViewer,
  { contentType, sizeBytes }: RequestCompanyLogoUploadInput,
): Promise<{ uploadId: string; upload: SignedUpload }> {
  const companyId = companyToEdit(viewer);
  const now = ctx.clock.now();
  const { id } = await ctx.db.transaction(async (em) =>
    em.create(CompanyLogoUpload, {
      companyId,
      contentType,
      sizeBytes,
      createdAt: now,
      expiresAt: addTime(now, COMPLETION_TIME),
      completedAt: null,
    }),
  );
  const upload = await signUpload(disk, uploadKey(id), { contentType, sizeBytes }, now, UPLOAD_SECONDS);
  return { uploadId: globalId('CompanyLogoUpload', id), upload };
}
