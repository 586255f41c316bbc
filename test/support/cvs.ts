import { act, type Outcome } from './act.js';
import type { Person } from './people.js';
import { send, type Upload } from './uploads.js';
import { zip } from './zip.js';

export interface Sample {
  fileName: string;
  contentType: string;
  content: Buffer;
}

export const PDF: Sample = {
  fileName: 'cv.pdf',
  contentType: 'application/pdf',
  content: Buffer.from('%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n'),
};

const CONTAINER = Buffer.from('d0cf11e0a1b11ae1', 'hex');

export const DOC: Sample = {
  fileName: 'cv.doc',
  contentType: 'application/msword',
  content: Buffer.concat([
    CONTAINER,
    Buffer.alloc(1024),
    Buffer.from('WordDocument', 'utf16le'),
    Buffer.alloc(64),
  ]),
};

/** What Excel and installers write: the same container, without Word's stream. */
export const OTHER_CONTAINER = Buffer.concat([
  CONTAINER,
  Buffer.alloc(1024),
  Buffer.from('Workbook', 'utf16le'),
]);

export const DOCX: Sample = {
  fileName: 'cv.docx',
  contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  content: zip({
    '[Content_Types].xml':
      '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    'word/document.xml': '<w:document/>',
  }),
};

export const ODT: Sample = {
  fileName: 'cv.odt',
  contentType: 'application/vnd.oasis.opendocument.text',
  content: zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<office:document/>' }),
};

export type CvUpload = Upload & { cvId: string };

/** Asks for a link to upload a file; it is said to be what it is, unless told otherwise. */
export async function requestUpload(
  candidate: Person,
  { fileName, contentType, content }: Sample = PDF,
  lies: Record<string, unknown> = {},
): Promise<CvUpload> {
  const { data } = await candidate.client.send<{
    requestCvUpload: { cvId: string; upload: Upload | null; userErrors: unknown[] };
  }>(
    `mutation ($input: RequestCvUploadInput!) {
      requestCvUpload(input: $input) {
        cvId upload { url method headers { name value } expiresAt } userErrors { code field message }
      }
    }`,
    { input: { fileName, contentType, sizeBytes: content.length, ...lies } },
  );
  const { cvId, upload, userErrors } = data.requestCvUpload;
  if (!upload) throw new Error(`requestCvUpload refused: ${JSON.stringify(userErrors)}`);
  return { cvId, ...upload };
}

/** Uploads a file and answers the id the CV will have. */
export async function uploadedCv(candidate: Person, sample: Sample = PDF): Promise<string> {
  const upload = await requestUpload(candidate, sample);
  const { status } = await send(upload, sample.content);
  if (status >= 300) throw new Error(`upload answered ${status}`);
  return upload.cvId;
}

export const CV_FIELDS = 'id fileName contentType sizeBytes isActive uploadedAt downloadUrl';

export interface CvAnswer {
  id: string;
  fileName: string;
  contentType: string;
  sizeBytes: number;
  isActive: boolean;
  uploadedAt: string;
  downloadUrl: string;
}

export function complete(candidate: Pick<Person, 'client'>, cvId: string): Promise<Outcome<CvAnswer>> {
  return act<CvAnswer>(candidate.client, 'completeCvUpload', { cvId }, CV_FIELDS);
}

/** Uploads a file, makes it a CV, and answers its id. */
export async function completedCv(candidate: Person, sample: Sample = PDF): Promise<string> {
  const outcome = await complete(candidate, await uploadedCv(candidate, sample));
  if (!outcome.result) throw new Error(`completeCvUpload refused: ${JSON.stringify(outcome)}`);
  return outcome.result.id;
}

/** The CVs on a candidate's own profile. */
export async function cvsOf(candidate: Person): Promise<CvAnswer[]> {
  const { me } = await candidate.client.data<{ me: { candidate: { cvs: CvAnswer[] } } }>(
    `{ me { candidate { cvs { ${CV_FIELDS} } } } }`,
  );
  return me.candidate.cvs;
}
