import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'content-disposition';
import jwt from 'jsonwebtoken';
import { complete, completedCv, cvsOf, DOCX, PDF, uploadedCv, type CvAnswer } from '../support/cvs.js';
import { signUp, type Person } from '../support/people.js';
import { TEST_SECRET, startTestServer, type TestServer } from '../support/test-server.js';

describe('a link to download a file', () => {
  let server: TestServer;
  let candidate: Person;
  beforeAll(async () => {
    server = await startTestServer();
    candidate = await signUp(server, 'CANDIDATE');
  });
  afterAll(() => server.stop());

  async function cvCalled(fileName: string, sample = PDF): Promise<CvAnswer> {
    const person = await signUp(server, 'CANDIDATE');
    const { result } = await complete(person, await uploadedCv(person, { ...sample, fileName }));
    if (!result) throw new Error('no CV was made');
    return result;
  }

  async function expectRefused(url: string, status: number, code: string): Promise<void> {
    const response = await fetch(url);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/json');
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code } }] });
    expect(text).not.toMatch(/expired|signature|jwt|ENOENT|cvs\//i);
  }

  it('hands it out to be saved, and never kept or shown on the way', async () => {
    const { downloadUrl } = await cvCalled('cv.docx', DOCX);
    const { status, headers } = await fetch(downloadUrl);
    expect(status).toBe(200);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': DOCX.contentType,
      'content-length': String(DOCX.content.length),
      'content-disposition': 'attachment; filename=cv.docx',
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
  });

  it.each([
    'cv.pdf',
    'Mon CV « 2026 ».pdf',
    'سيرة ذاتية.pdf',
    'a"; filename="b.exe".pdf',
    '100%25 %00.pdf',
    "l'été.pdf",
  ])('calls it %s, as it was', async (fileName) => {
    const { downloadUrl } = await cvCalled(fileName);
    const header = (await fetch(downloadUrl)).headers.get('content-disposition') ?? '';
    expect(header).toMatch(/^[\x20-\x7e]+$/);
    const { type, parameters } = parse(header);
    expect(type).toBe('attachment');
    expect(parameters['filename']).toBe(fileName);
  });

  it('is good for five minutes, as often as one likes, without signing in', async () => {
    const { downloadUrl } = await cvCalled('cv.pdf');
    server.clock.advance(4 * 60_000 + 50_000);
    for (let count = 0; count < 3; count++) expect((await fetch(downloadUrl)).status).toBe(200);
    server.clock.advance(11_000);
    await expectRefused(downloadUrl, 403, 'FORBIDDEN');
  });

  it('answers HEAD without the file', async () => {
    const { downloadUrl } = await cvCalled('cv.pdf');
    const response = await fetch(downloadUrl, { method: 'HEAD' });
    expect(response.headers.get('content-length')).toBe(String(PDF.content.length));
    expect(await response.text()).toBe('');
  });

  it('that was altered or forged is refused', async () => {
    const { downloadUrl } = await cvCalled('cv.pdf');
    const token = downloadUrl.split('/').at(-1) ?? '';
    const claims = jwt.decode(token, { json: true }) ?? {};
    const at = (forged: string) => `${server.url}/files/downloads/${forged}`;
    const forgeries = [
      token.slice(0, -1),
      '',
      '..%2f..%2fauth-secret',
      '../../../etc/passwd',
      candidate.accessToken,
      jwt.sign(claims, null, { algorithm: 'none' }),
      jwt.sign(claims, TEST_SECRET),
      [
        token.split('.')[0],
        Buffer.from(JSON.stringify({ ...claims, key: '../auth-secret' })).toString('base64url'),
        token.split('.')[2],
      ].join('.'),
    ];
    for (const forgery of forgeries.slice(0, 3)) await expectRefused(at(forgery), 403, 'FORBIDDEN');
    await expectRefused(at(forgeries[3] ?? ''), 404, 'NOT_FOUND');
    for (const forgery of forgeries.slice(4)) await expectRefused(at(forgery), 403, 'FORBIDDEN');
  });

  it('to a file that is gone says so', async () => {
    const { downloadUrl } = await cvCalled('cv.pdf');
    await rm(join(server.config.dataDir, 'files', 'cvs'), { recursive: true });
    await expectRefused(downloadUrl, 404, 'NOT_FOUND');
  });

  it('is made anew each time somebody asks', async () => {
    await completedCv(candidate);
    const [first] = await cvsOf(candidate);
    server.clock.advance(2000);
    const [second] = await cvsOf(candidate);
    expect(second?.downloadUrl).not.toBe(first?.downloadUrl);
  });
});
