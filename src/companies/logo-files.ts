import type { Company } from './company.entity.js';

export const MAX_LOGO_BYTES = 2 * 1024 * 1024;

/** 16 megapixels, whatever the shape: 64 MB of memory while it is decoded. */
export const MAX_LOGO_PIXELS = 4096 * 4096;

/** Longest side of a logo as it is served; enough for a sharp one at the head of a page. */
export const LOGO_SIDE = 512;

export const LOGO_FOLDER = 'logos';

/** What every logo is after it was drawn anew. */
export const LOGO_CONTENT_TYPE = 'image/webp';

/** The formats a logo may be uploaded in, by content type, with what file-type makes of their first bytes. */
export const LOGO_FORMATS: ReadonlyMap<string, readonly string[]> = new Map([
  ['image/png', ['image/png', 'image/apng']],
  ['image/jpeg', ['image/jpeg']],
  ['image/webp', ['image/webp']],
]);

/** Path of a logo on this server: as long as the logo is the same, so is its address. */
export function logoPath({ logoKey }: Pick<Company, 'logoKey'>): string | null {
  return logoKey === null ? null : `/files/${logoKey}.webp`;
}
