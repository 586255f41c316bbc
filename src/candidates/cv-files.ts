import { fileTypeFromBuffer } from 'file-type';

export const MAX_CV_BYTES = 5 * 1024 * 1024;

/** More than anybody keeps apart. */
export const MAX_CVS = 10;

/** How long a download link is good. */
export const DOWNLOAD_SECONDS = 5 * 60;

interface Format {
  extension: string;
  /** What file-type makes of the first bytes and, in an archive, of what is in it. */
  detectedAs: string;
}

/** The formats a CV may have, by content type. */
export const FORMATS: ReadonlyMap<string, Format> = new Map([
  ['application/pdf', { extension: '.pdf', detectedAs: 'application/pdf' }],
  ['application/msword', { extension: '.doc', detectedAs: 'application/x-cfb' }],
  [
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    {
      extension: '.docx',
      detectedAs: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    },
  ],
  [
    'application/vnd.oasis.opendocument.text',
    { extension: '.odt', detectedAs: 'application/vnd.oasis.opendocument.text' },
  ],
]);

/** Word, Excel and installers share one container; the stream named so makes it Word's. */
const WORD_STREAM = Buffer.from('WordDocument', 'utf16le');

/** Whether the file is what it says it is. */
export async function isOfType(contentType: string, file: Buffer): Promise<boolean> {
  const detected = await fileTypeFromBuffer(file);
  if (detected === undefined || detected.mime !== FORMATS.get(contentType)?.detectedAs) return false;
  return contentType !== 'application/msword' || file.includes(WORD_STREAM);
}
