import { fileTypeFromBuffer } from 'file-type';
import type { Disk } from 'flydrive';
import { readFile } from '../platform/files/files.js';
import { uploadKey } from '../platform/files/uploads.js';
import { redrawImage } from '../platform/images/redraw-image.js';
import type { CompanyLogoUpload } from './company-logo-upload.entity.js';
import { LOGO_FORMATS, LOGO_SIDE, MAX_LOGO_PIXELS } from './logo-files.js';

/**
 * The logo drawn anew from what was uploaded; null unless that is an image of the type and size it was said to be. The
 * upload link may be good for a while still, but what was read once is what is used.
 */
export async function drawLogo(
  disk: Disk,
  { id, contentType, sizeBytes }: CompanyLogoUpload,
): Promise<Buffer | null> {
  const file = await readFile(disk, uploadKey(id));
  if (file.length !== sizeBytes) return null;
  const detected = await fileTypeFromBuffer(file);
  if (!detected || LOGO_FORMATS.get(contentType)?.includes(detected.mime) !== true) return null;
  return redrawImage(file, { maxPixels: MAX_LOGO_PIXELS, maxSide: LOGO_SIDE });
}
