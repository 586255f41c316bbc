import sharp from 'sharp';
import { act, type Outcome } from './act.js';
import type { Person } from './people.js';
import { send, type Upload } from './uploads.js';

export interface Image {
  contentType: string;
  content: Buffer;
}

/** A picture of one colour. */
export async function image(
  format: 'png' | 'jpeg' | 'webp' | 'gif' | 'tiff' | 'avif',
  width = 800,
  height = 400,
): Promise<Image> {
  const content = await sharp({ create: { width, height, channels: 3, background: '#2a7' } })
    .toFormat(format)
    .toBuffer();
  return { contentType: `image/${format}`, content };
}

export type LogoUpload = Upload & { uploadId: string };

/** Asks for a link to upload a logo; it is said to be what it is, unless told otherwise. */
export async function requestLogoUpload(
  admin: Pick<Person, 'client'>,
  { contentType, content }: Image,
  lies: Record<string, unknown> = {},
): Promise<LogoUpload> {
  const { data } = await admin.client.send<{
    requestCompanyLogoUpload: { uploadId: string; upload: Upload | null; userErrors: unknown[] };
  }>(
    `mutation ($input: RequestCompanyLogoUploadInput!) {
      requestCompanyLogoUpload(input: $input) {
        uploadId upload { url method headers { name value } expiresAt } userErrors { code field message }
      }
    }`,
    { input: { contentType, sizeBytes: content.length, ...lies } },
  );
  const { uploadId, upload, userErrors } = data.requestCompanyLogoUpload;
  if (!upload) throw new Error(`requestCompanyLogoUpload refused: ${JSON.stringify(userErrors)}`);
  return { uploadId, ...upload };
}

/** Uploads an image and answers the id to complete it with. */
export async function uploadedLogo(admin: Pick<Person, 'client'>, sample: Image): Promise<string> {
  const upload = await requestLogoUpload(admin, sample);
  const { status } = await send(upload, sample.content);
  if (status >= 300) throw new Error(`upload answered ${status}`);
  return upload.uploadId;
}

export interface CompanyWithLogo {
  id: string;
  logoUrl: string | null;
}

export function completeLogo(
  admin: Pick<Person, 'client'>,
  uploadId: string,
): Promise<Outcome<CompanyWithLogo>> {
  return act<CompanyWithLogo>(admin.client, 'completeCompanyLogoUpload', { uploadId });
}

/** Gives the company a logo and answers its address. */
export async function addedLogo(admin: Pick<Person, 'client'>, sample: Image): Promise<string> {
  const outcome = await completeLogo(admin, await uploadedLogo(admin, sample));
  if (!outcome.result?.logoUrl) throw new Error(`refused: ${JSON.stringify(outcome)}`);
  return outcome.result.logoUrl;
}

export async function fetchLogo(url: string | null): Promise<{ response: Response; content: Buffer }> {
  const response = await fetch(String(url));
  return { response, content: Buffer.from(await response.arrayBuffer()) };
}

export async function deleteLogo({ client }: Pick<Person, 'client'>): Promise<Outcome<CompanyWithLogo>> {
  const { data, errors } = await client.send<
    | {
        deleteCompanyLogo: {
          company: CompanyWithLogo | null;
          userErrors: Outcome<never>['userErrors'];
        } | null;
      }
    | undefined
  >('mutation { deleteCompanyLogo { company { id logoUrl } userErrors { code field } } }');
  return {
    error: errors?.[0]?.extensions.code,
    userErrors: data?.deleteCompanyLogo?.userErrors ?? [],
    result: data?.deleteCompanyLogo?.company ?? null,
  };
}
