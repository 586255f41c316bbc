import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { complete, PDF, requestUpload, type CvUpload } from '../support/cvs.js';
import { signUp, type Person } from '../support/people.js';
import { startProductionServer } from '../support/production.js';
import { storedFiles } from '../support/stored-files.js';
import { startTestServer, TEST_SECRET, type TestServer } from '../support/test-server.js';
import { until } from '../support/until.js';
import { send } from '../support/uploads.js';
import { uuidIn } from '../support/uuid-in.js';

const OTHER_SECRET = 'Qw7xT2vB9nM4kLpZ8sRdF6gHjY3cVeUa';

describe('a link to upload a file', () => {
  let server: TestServer;
  let candidate: Person;
  let upload: CvUpload;
  beforeAll(async () => {
    server = await startTestServer();
  });
  beforeEach(async () => {
    candidate = await signUp(server, 'CANDIDATE');
    upload = await requestUpload(candidate);
  });
  afterAll(() => server.stop());

  async function codeOf(response: Response): Promise<[number, string | undefined]> {
    const text = await response.text();
    if (text === '') return [response.status, undefined];
    const { errors } = JSON.parse(text) as { errors: { extensions: { code: string } }[] };
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(text).not.toMatch(/expired|signature|jwt|uploads\//i);
    return [response.status, errors[0]?.extensions.code];
  }

  const isThere = async () => (await storedFiles(server)).includes(`uploads/${uuidIn(upload.cvId)}`);

  it('tells all a client needs', () => {
    expect(upload).toMatchObject({
      method: 'PUT',
      headers: [{ name: 'Content-Type', value: PDF.contentType }],
    });
    expect(upload.url.startsWith(`${server.url}/files/uploads/`)).toBe(true);
    const minutes = (Date.parse(upload.expiresAt) - server.clock.now().getTime()) / 60_000;
    expect(minutes).toBeGreaterThan(9.9);
    expect(minutes).toBeLessThanOrEqual(10);
  });

  it('takes the file', async () => {
    expect(await codeOf(await send(upload, PDF.content))).toEqual([204, undefined]);
    expect(await isThere()).toBe(true);
  });

  it('takes no second one, not even the same, before and after the CV is made', async () => {
    await send(upload, PDF.content);
    expect(await codeOf(await send(upload, PDF.content))).toEqual([409, 'CONFLICT']);
    const { result } = await complete(candidate, upload.cvId);
    const other = Buffer.alloc(PDF.content.length, 'x');
    expect(await codeOf(await send(upload, other))).toEqual([409, 'CONFLICT']);
    const download = await fetch(`${result?.downloadUrl}`);
    expect(Buffer.from(await download.arrayBuffer())).toEqual(PDF.content);
  });

  it('takes one of ten at once', async () => {
    const responses = await Promise.all(Array.from({ length: 10 }, () => send(upload, PDF.content)));
    expect(responses.map(({ status }) => status).sort()).toEqual([204, ...Array(9).fill(409)]);
  });

  it.each<[string, number]>([
    ['one byte more', 1],
    ['a megabyte more', 1024 * 1024],
  ])('refuses %s than was said, and keeps nothing', async (_what, more) => {
    const content = Buffer.concat([PDF.content, Buffer.alloc(more)]);
    expect(await codeOf(await send(upload, content))).toEqual([413, 'PAYLOAD_TOO_LARGE']);
    expect(await isThere()).toBe(false);
  });

  it('refuses one byte less than was said, and is good for another try', async () => {
    expect(await codeOf(await send(upload, PDF.content.subarray(1)))).toEqual([400, 'BAD_REQUEST']);
    expect(await isThere()).toBe(false);
    expect((await send(upload, PDF.content)).status).toBe(204);
  });

  it('counts what is streamed without a length', async () => {
    const streamed = (content: Buffer) =>
      send(upload, content, { body: new Blob([new Uint8Array(content)]).stream(), duplex: 'half' });
    const tooMuch = await streamed(Buffer.concat([PDF.content, Buffer.alloc(100_000)]));
    expect(await codeOf(tooMuch)).toEqual([413, 'PAYLOAD_TOO_LARGE']);
    expect(await codeOf(await streamed(PDF.content.subarray(5)))).toEqual([400, 'BAD_REQUEST']);
    expect((await streamed(PDF.content)).status).toBe(204);
  });

  it('keeps nothing of what was cut short', async () => {
    await new Promise<void>((resolve) => {
      const cut = httpRequest(upload.url, {
        method: 'PUT',
        headers: { 'content-type': PDF.contentType, 'content-length': PDF.content.length },
      });
      cut.on('error', () => resolve());
      cut.write(PDF.content.subarray(0, 20), () => setTimeout(() => cut.destroy(new Error('cut')), 50));
    });
    expect((await send(upload, PDF.content)).status).toBe(204);
    await until('no part left', async () =>
      (await storedFiles(server)).every((path) => !path.startsWith('parts/')),
    );
    expect(server.logLines.filter((line) => line.includes('unexpected HTTP error'))).toEqual([]);
  });

  it('refuses another type', async () => {
    const response = await send(upload, PDF.content, { headers: { 'content-type': 'text/html' } });
    expect(await codeOf(response)).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
    expect(await isThere()).toBe(false);
  });

  it('refuses nothing at all', async () => {
    expect(await codeOf(await send(upload, Buffer.alloc(0)))).toEqual([400, 'BAD_REQUEST']);
    expect(await isThere()).toBe(false);
  });

  it('is good for ten minutes', async () => {
    const later = await requestUpload(candidate);
    server.clock.advance(9 * 60_000 + 50_000);
    expect((await send(upload, PDF.content)).status).toBe(204);
    server.clock.advance(11_000);
    expect(await codeOf(await send(later, PDF.content))).toEqual([403, 'FORBIDDEN']);
  });

  const claims = () => {
    const { exp } = jwt.decode(upload.url.split('/').at(-1) ?? '', { json: true }) ?? {};
    return {
      key: `uploads/${uuidIn(upload.cvId)}`,
      contentType: PDF.contentType,
      sizeBytes: PDF.content.length,
      exp,
    };
  };

  it.each<[string, () => string]>([
    ['altered', () => upload.url.slice(0, -2)],
    ['cut off', () => upload.url.slice(0, upload.url.lastIndexOf('.'))],
    ['empty', () => `${server.url}/files/uploads/`],
    ['no token', () => `${server.url}/files/uploads/..%2f..%2fetc%2fpasswd`],
    ['signed by nobody', () => forged(jwt.sign(claims(), null, { algorithm: 'none', audience: 'upload' }))],
    ['signed by somebody else', () => forged(jwt.sign(claims(), OTHER_SECRET, { audience: 'upload' }))],
    ['signed with the secret itself', () => forged(jwt.sign(claims(), TEST_SECRET, { audience: 'upload' }))],
    ['an access token', () => forged(candidate.accessToken)],
  ])('that is %s is refused', async (_what, url) => {
    expect(await codeOf(await send({ ...upload, url: url() }, PDF.content))).toEqual([403, 'FORBIDDEN']);
    expect(await isThere()).toBe(false);
  });

  const forged = (token: string) => `${server.url}/files/uploads/${token}`;

  it('does not download, and one to download does not upload', async () => {
    await send(upload, PDF.content);
    const { result } = await complete(candidate, upload.cvId);
    const token = upload.url.split('/').at(-1);
    expect(await codeOf(await fetch(`${server.url}/files/downloads/${token}`))).toEqual([403, 'FORBIDDEN']);
    const url = forged(`${result?.downloadUrl.split('/').at(-1)}`);
    expect(await codeOf(await send({ ...upload, url }, PDF.content))).toEqual([403, 'FORBIDDEN']);
  });

  it('may be used from a browser on another origin', async () => {
    const response = await fetch(upload.url, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://app.example.org',
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'content-type',
      },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-methods')).toContain('PUT');
    expect(response.headers.get('access-control-allow-headers')).toContain('content-type');
  });

  it('outlives a change of the secret', async () => {
    const [before, after] = [
      await startProductionServer({ AUTH_SECRET: OTHER_SECRET }),
      await startProductionServer({ AUTH_SECRET: TEST_SECRET, AUTH_SECRET_PREVIOUS: OTHER_SECRET }),
    ];
    try {
      const { url, ...rest } = await requestUpload(await signUp(before, 'CANDIDATE'));
      expect(url.startsWith('https://api.example.org/files/uploads/')).toBe(true);
      const there = (at: TestServer) => url.replace('https://api.example.org', at.url);
      expect((await send({ ...rest, url: there(after) }, PDF.content)).status).toBe(204);
      expect((await send({ ...rest, url: there(server) }, PDF.content)).status).toBe(403);
    } finally {
      await Promise.all([before.stop(), after.stop()]);
    }
  });

  it('is in no log', async () => {
    await send(upload, PDF.content);
    await send({ ...upload, url: `${upload.url}x` }, PDF.content);
    const token = upload.url.split('/').at(-1) ?? '';
    expect(server.logLines.length).toBeGreaterThan(0);
    expect(server.logLines.filter((line) => line.includes(token.slice(-40)))).toEqual([]);
  });
});
