import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'content-disposition';
import { act, failedWith, refusedWith } from '../support/act.js';
import { complete, completedCv, cvsOf, DOCX, PDF, requestUpload, uploadedCv } from '../support/cvs.js';
import { signUp, type Person } from '../support/people.js';
import { startS3Server, type S3Server } from '../support/s3-server.js';
import { storedFiles, sweep } from '../support/stored-files.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { send } from '../support/uploads.js';
import { uuidIn } from '../support/uuid-in.js';

const HOUR = 3_600_000;

describe('with files in a bucket', () => {
  let s3: S3Server;
  let server: TestServer;
  let candidate: Person;
  beforeAll(async () => {
    s3 = await startS3Server();
    server = await startTestServer({ env: s3.env });
  });
  beforeEach(async () => {
    candidate = await signUp(server, 'CANDIDATE');
    s3.objects.clear();
  });
  afterAll(async () => {
    await server.stop();
    await s3.stop();
  });

  it('links lead to the bucket, and nothing touches our disk', async () => {
    const upload = await requestUpload(candidate, DOCX);
    expect(upload).toMatchObject({
      method: 'PUT',
      headers: [{ name: 'Content-Type', value: DOCX.contentType }],
    });
    expect(upload.url.startsWith(`${s3.env['S3_ENDPOINT']}/intowork-test/uploads/`)).toBe(true);
    expect((await send(upload, DOCX.content)).status).toBe(200);
    const { result } = await complete(candidate, upload.cvId);
    expect(result).toMatchObject({ contentType: DOCX.contentType, sizeBytes: DOCX.content.length });
    expect([...s3.objects.keys()].sort()).toEqual([
      expect.stringMatching(/^cvs\//),
      `uploads/${uuidIn(upload.cvId)}`,
    ]);
    expect(await storedFiles(server)).toEqual([]);
  });

  it('a CV comes back byte for byte, under its name, to be saved and not kept on the way', async () => {
    const fileName = 'Mon CV « 2026 ».pdf';
    await completedCv(candidate, { ...PDF, fileName });
    const [cv] = await cvsOf(candidate);
    const response = await fetch(`${cv?.downloadUrl}`);
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(PDF.content);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    const { type, parameters } = parse(response.headers.get('content-disposition') ?? '');
    expect([type, parameters['filename']]).toEqual(['attachment', fileName]);
    expect(new URL(`${cv?.downloadUrl}`).searchParams.get('X-Amz-Expires')).toBe('300');
  });

  it('the bucket refuses another size, another type and another file', async () => {
    const upload = await requestUpload(candidate);
    expect(new URL(upload.url).searchParams.get('X-Amz-Expires')).toBe('600');
    expect((await send(upload, Buffer.concat([PDF.content, Buffer.alloc(1)]))).status).toBe(403);
    const html = { headers: { 'content-type': 'text/html' } };
    expect((await send(upload, PDF.content, html)).status).toBe(403);
    const elsewhere = { ...upload, url: upload.url.replace('/uploads/', '/cvs/') };
    expect((await send(elsewhere, PDF.content)).status).toBe(403);
    expect(s3.objects.size).toBe(0);
    expect((await send(upload, PDF.content)).status).toBe(200);
  });

  it('a link that is still good does not change the CV that was made', async () => {
    const upload = await requestUpload(candidate);
    await send(upload, PDF.content);
    const { result } = await complete(candidate, upload.cvId);
    expect((await send(upload, Buffer.alloc(PDF.content.length, 'x'))).status).toBe(200);
    expect((await complete(candidate, upload.cvId)).result?.id).toBe(upload.cvId);
    const response = await fetch(`${result?.downloadUrl}`);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(PDF.content);
  });

  it('what is no CV is refused, and so is what is not there', async () => {
    const wrong = await uploadedCv(candidate, { ...DOCX, content: PDF.content });
    expect(await complete(candidate, wrong)).toEqual(refusedWith('INVALID_FILE', 'cvId'));
    const { cvId } = await requestUpload(candidate);
    expect(await complete(candidate, cvId)).toEqual(refusedWith('UPLOAD_MISSING', 'cvId'));
    expect(await cvsOf(candidate)).toEqual([]);
  });

  it('nothing is left behind', async () => {
    const cvId = await completedCv(candidate);
    const kept = await completedCv(candidate);
    await uploadedCv(candidate);
    await act(candidate.client, 'deleteCv', { cvId });
    server.clock.advance(HOUR);
    await sweep(server);
    const [cv] = await cvsOf(candidate);
    expect(cv?.id).toBe(kept);
    expect([...s3.objects.keys()]).toEqual([
      new URL(`${cv?.downloadUrl}`).pathname.replace('/intowork-test/', ''),
    ]);
  });

  it('nothing is lost while the bucket is away', async () => {
    const cvId = await uploadedCv(candidate);
    const gone = await completedCv(candidate);
    await act(candidate.client, 'deleteCv', { cvId: gone });
    s3.isUp = false;
    try {
      expect(await complete(candidate, cvId)).toEqual(failedWith('INTERNAL_SERVER_ERROR'));
      await expect(sweep(server)).rejects.toThrow();
    } finally {
      s3.isUp = true;
    }
    expect((await complete(candidate, cvId)).result?.id).toBe(cvId);
    server.clock.advance(2 * HOUR);
    await sweep(server);
    expect(s3.objects.size).toBe(1);
  });

  it('there are no links to files of ours', async () => {
    expect((await fetch(`${server.url}/files/downloads/x`)).status).toBe(404);
    expect((await fetch(`${server.url}/files/uploads/x`, { method: 'PUT' })).status).toBe(404);
  });
});
