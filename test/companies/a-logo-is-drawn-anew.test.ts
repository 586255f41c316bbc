import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { refusedWith } from '../support/act.js';
import { addedLogo, completeLogo, fetchLogo, image, uploadedLogo, type Image } from '../support/logos.js';
import { signUpWithCompany, type EmployerWithCompany } from '../support/people.js';
import { pngClaiming } from '../support/png.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const INVALID_FILE = refusedWith('INVALID_FILE', 'uploadId');
const SECRET = 'taken at 0.39N 9.45E';

describe('a logo', () => {
  let server: TestServer;
  let admin: EmployerWithCompany;
  beforeAll(async () => {
    server = await startTestServer();
  });
  beforeEach(async () => {
    admin = await signUpWithCompany(server);
  });
  afterAll(() => server.stop());

  /** What everybody gets to see of an image that became a logo. */
  async function drawn(sample: Image): Promise<Buffer> {
    return (await fetchLogo(await addedLogo(admin, sample))).content;
  }

  it.each(['png', 'jpeg', 'webp'] as const)(
    'may be uploaded as %s, and is a smaller WebP then',
    async (format) => {
      expect(await sharp(await drawn(await image(format, 800, 400))).metadata()).toMatchObject({
        format: 'webp',
        width: 512,
        height: 256,
      });
    },
  );

  it('keeps its size when it is small, and what is transparent', async () => {
    const background = { r: 0, g: 0, b: 0, alpha: 0 };
    const content = await sharp({ create: { width: 40, height: 90, channels: 4, background } })
      .png()
      .toBuffer();
    const { width, height, hasAlpha } = await sharp(
      await drawn({ contentType: 'image/png', content }),
    ).metadata();
    expect({ width, height, hasAlpha }).toEqual({ width: 40, height: 90, hasAlpha: true });
  });

  it('tells nothing a camera wrote into it, and stands upright all the same', async () => {
    const content = await sharp({ create: { width: 60, height: 30, channels: 3, background: '#2a7' } })
      .withExif({ IFD0: { Copyright: SECRET, Orientation: '6' }, IFD3: { GPSLatitudeRef: 'N' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await sharp(content).metadata()).exif).toBeDefined();
    const logo = await drawn({ contentType: 'image/jpeg', content });
    const { exif, xmp, icc, orientation, width, height } = await sharp(logo).metadata();
    expect({ exif, xmp, icc, orientation }).toEqual({});
    expect({ width, height }).toEqual({ width: 30, height: 60 });
    expect(logo.includes(SECRET)).toBe(false);
  });

  it('hides nothing behind its end', async () => {
    const { contentType, content } = await image('png');
    const script = '<script>alert(document.domain)</script>';
    const logo = await drawn({ contentType, content: Buffer.concat([content, Buffer.from(script)]) });
    expect(logo.includes('script')).toBe(false);
  });

  it('does not move', async () => {
    const frames = await Promise.all(
      ['#f00', '#00f'].map((background) =>
        sharp({ create: { width: 20, height: 20, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const content = await sharp(frames, { join: { animated: true } })
      .webp()
      .toBuffer();
    expect((await sharp(content, { animated: true }).metadata()).pages).toBe(2);
    const logo = await drawn({ contentType: 'image/webp', content });
    const { pages = 1, height } = await sharp(logo, { animated: true }).metadata();
    expect({ pages, height }).toEqual({ pages: 1, height: 20 });
  });

  async function isRefused(sample: Image): Promise<void> {
    const uploadId = await uploadedLogo(admin, sample);
    expect(await completeLogo(admin, uploadId)).toEqual(INVALID_FILE);
    const { company } = await server
      .client()
      .data<{ company: { logoUrl: string | null } }>('query ($id: ID!) { company(id: $id) { logoUrl } }', {
        id: admin.companyId,
      });
    expect(company.logoUrl).toBeNull();
  }

  it.each(['png', 'jpeg', 'webp'] as const)('is not made of a %s that is cut short', async (format) => {
    const { contentType, content } = await image(format, 300, 300);
    for (const share of [0.3, 0.95])
      await isRefused({ contentType, content: content.subarray(0, Math.floor(content.length * share)) });
  });

  it.each(['gif', 'tiff', 'avif'] as const)('is not made of a %s, whatever it is called', async (format) => {
    const { content } = await image(format);
    for (const contentType of ['image/png', 'image/jpeg', 'image/webp'])
      await isRefused({ contentType, content });
  });

  it('is not made of another type than was said', async () => {
    const { content } = await image('png');
    for (const contentType of ['image/jpeg', 'image/webp']) await isRefused({ contentType, content });
  });

  it.each<[string, string | Buffer]>([
    [
      'an SVG',
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
    ],
    ['an SVG with a declaration', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a PDF', '%PDF-1.7\n'],
    ['nothing but the first bytes of a PNG', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['a PNG of no pixels', pngClaiming(0, 0)],
    ['noise that begins like a JPEG', Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(5000, 7)])],
  ])('is not made of %s', async (_what, content) => {
    await isRefused({ contentType: 'image/png', content: Buffer.from(content) });
    await isRefused({ contentType: 'image/jpeg', content: Buffer.from(content) });
  });

  it('is not made of a small file that unpacks to more pixels than there may be', async () => {
    // Ten gigabytes of white in ten megabytes, of which the beginning is enough.
    const row = deflateSync(Buffer.alloc(50_000), { level: 9 });
    const bomb = pngClaiming(50_000, 50_000, row);
    expect(bomb.length).toBeLessThan(1000);
    await isRefused({ contentType: 'image/png', content: bomb });
    await isRefused({ contentType: 'image/png', content: pngClaiming(2 ** 31 - 1, 2 ** 31 - 1, row) });
  });

  it('may have 16 megapixels, and not a row more', async () => {
    expect((await drawn(await image('png', 4096, 4096))).length).toBeGreaterThan(0);
    const other = await signUpWithCompany(server);
    const { contentType, content } = await image('png', 4096, 4097);
    expect(await completeLogo(other, await uploadedLogo(other, { contentType, content }))).toEqual(
      INVALID_FILE,
    );
  });
});
