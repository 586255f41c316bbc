import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { globalId } from '../../src/graphql/ids.js';
import { act, failedWith, refusedWith } from '../support/act.js';
import { candidateRowOf } from '../support/application-rows.js';
import { insertRows } from '../support/insert-rows.js';
import {
  complete,
  completedCv,
  cvsOf,
  DOC,
  DOCX,
  ODT,
  OTHER_CONTAINER,
  PDF,
  requestUpload,
  uploadedCv,
  type Sample,
} from '../support/cvs.js';
import { signUpAdmin } from '../support/members.js';
import { signUp, type Person } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { send } from '../support/uploads.js';
import { zip } from '../support/zip.js';

const NOT_FOUND = refusedWith('NOT_FOUND', 'cvId');
const INVALID_FILE = refusedWith('INVALID_FILE', 'cvId');
const PROGRAM = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500, 7)]);

describe('a CV', () => {
  let server: TestServer;
  let candidate: Person;
  beforeAll(async () => {
    server = await startTestServer();
  });
  beforeEach(async () => {
    candidate = await signUp(server, 'CANDIDATE');
  });
  afterAll(() => server.stop());

  const request = (input: Record<string, unknown>, client = candidate.client) =>
    act(client, 'requestCvUpload', {
      fileName: 'cv.pdf',
      contentType: PDF.contentType,
      sizeBytes: PDF.content.length,
      ...input,
    });

  it.each([PDF, DOC, DOCX, ODT])('may be $fileName, and comes back byte for byte', async (sample) => {
    const { fileName, contentType, content } = sample;
    const { result } = await complete(candidate, await uploadedCv(candidate, sample));
    expect(result).toMatchObject({ fileName, contentType, sizeBytes: content.length, isActive: true });
    expect(await cvsOf(candidate)).toMatchObject([{ id: result?.id, fileName }]);
    const download = await fetch(`${result?.downloadUrl}`);
    expect(download.status).toBe(200);
    expect(Buffer.from(await download.arrayBuffer())).toEqual(content);
  });

  it('may have 5 MiB and not a byte more', async () => {
    const content = Buffer.alloc(5 * 1024 * 1024, ' ');
    PDF.content.copy(content);
    expect((await complete(candidate, await uploadedCv(candidate, { ...PDF, content }))).userErrors).toEqual(
      [],
    );
    expect(await request({ sizeBytes: content.length + 1 })).toEqual(refusedWith('INVALID', 'sizeBytes'));
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['an extension of another type', { fileName: 'cv.docx' }, 'fileName'],
    ['no extension', { fileName: 'cv' }, 'fileName'],
    ['an extension before the last', { fileName: 'cv.pdf.exe' }, 'fileName'],
    ['a folder in its name', { fileName: '../cv.pdf' }, 'fileName'],
    ['a folder in the way of Windows', { fileName: '..\\cv.pdf' }, 'fileName'],
    ['a line break in its name', { fileName: 'cv\r\nX-Evil: 1.pdf' }, 'fileName'],
    ['its letters turned around', { fileName: 'cv\u202efdp.pdf' }, 'fileName'],
    ['a name too long', { fileName: `${'x'.repeat(200)}.pdf` }, 'fileName'],
    ['the type of a program', { contentType: 'application/x-msdownload' }, 'contentType'],
    ['a type with parameters', { contentType: 'application/pdf; charset=utf-8' }, 'contentType'],
    ['no bytes', { sizeBytes: 0 }, 'sizeBytes'],
  ])('is refused with %s', async (_what, input, field) => {
    expect(await request(input)).toEqual(refusedWith('INVALID', field));
  });

  it.each(['CV.PDF', 'Mon CV « 2026 ».pdf', 'سيرة ذاتية.pdf', `${'é'.repeat(196)}.pdf`])(
    'may be called %s',
    async (fileName) => {
      const id = await completedCv(candidate, { ...PDF, fileName });
      expect(await cvsOf(candidate)).toMatchObject([{ id, fileName }]);
    },
  );

  it.each<[string, Sample, Buffer]>([
    ['a program called .pdf', PDF, PROGRAM],
    ['a program called .doc', DOC, PROGRAM],
    ['a text called .pdf', PDF, Buffer.from('Ama Ndong, comptable')],
    ['a PDF called .docx', DOCX, PDF.content],
    ['an archive that is no .docx', DOCX, zip({ 'cv.txt': 'Ama Ndong' })],
    ['a .odt called .docx', DOCX, ODT.content],
    ['a .docx called .odt', ODT, DOCX.content],
    ['an archive that is no .odt', ODT, zip({ mimetype: 'application/epub+zip' })],
    ['a spreadsheet called .doc', DOC, OTHER_CONTAINER],
    ['a .docx called .doc', DOC, DOCX.content],
    ['an archive cut short', DOCX, DOCX.content.subarray(0, 20)],
  ])('is not made of %s', async (_what, sample, content) => {
    const cvId = await uploadedCv(candidate, { ...sample, content });
    expect(await complete(candidate, cvId)).toEqual(INVALID_FILE);
    expect(await cvsOf(candidate)).toEqual([]);
  });

  it('is not made before its file is there', async () => {
    const upload = await requestUpload(candidate);
    expect(await complete(candidate, upload.cvId)).toEqual(refusedWith('UPLOAD_MISSING', 'cvId'));
    await send(upload, PDF.content);
    expect((await complete(candidate, upload.cvId)).result?.id).toBe(upload.cvId);
  });

  it('is made by the hour, and not later', async () => {
    const [early, late] = [await uploadedCv(candidate), await uploadedCv(candidate)];
    server.clock.advance(59 * 60_000);
    expect((await complete(candidate, early)).userErrors).toEqual([]);
    server.clock.advance(60_000);
    expect(await complete(candidate, late)).toEqual(NOT_FOUND);
  });

  it('is the same when it is completed again, and not any more once it is deleted', async () => {
    const cvId = await completedCv(candidate);
    expect((await complete(candidate, cvId)).result?.id).toBe(cvId);
    await act(candidate.client, 'deleteCv', { cvId });
    expect(await complete(candidate, cvId)).toEqual(NOT_FOUND);
  });

  it('is one however many complete it at once', async () => {
    const cvId = await uploadedCv(candidate);
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => complete(candidate, cvId)));
    expect(outcomes.map(({ result }) => result?.id)).toEqual(Array(10).fill(cvId));
    expect(await cvsOf(candidate)).toHaveLength(1);
  });

  it('is one of 10 at most, however many are completed at once', async () => {
    const candidate_id = await candidateRowOf(server, candidate);
    await insertRows(
      server.db,
      'cvs',
      Array.from({ length: 8 }, () => ({
        id: uuidv7(),
        created_at: server.clock.now().toISOString(),
        candidate_id,
        file_name: 'cv.pdf',
        file_key: `cvs/${uuidv7()}`,
        content_type: PDF.contentType,
        size_bytes: 9,
        is_active: false,
      })),
    );
    const uploads: string[] = [];
    for (let count = 0; count < 5; count++) uploads.push(await uploadedCv(candidate));
    const outcomes = await Promise.all(uploads.map((cvId) => complete(candidate, cvId)));
    expect(outcomes.filter(({ result }) => result !== null)).toHaveLength(2);
    const tooMany = refusedWith('LIMIT_REACHED', null);
    expect(outcomes.filter(({ result }) => result === null)).toEqual(Array(3).fill(tooMany));
    expect(await request({})).toEqual(tooMany);
    const [first] = await cvsOf(candidate);
    await act(candidate.client, 'deleteCv', { cvId: first?.id });
    expect((await request({})).userErrors).toEqual([]);
  });

  it('is made by the candidate who asked for the upload alone', async () => {
    const cvId = await uploadedCv(candidate);
    const other = await signUp(server, 'CANDIDATE');
    expect(await complete(other, cvId)).toEqual(NOT_FOUND);
    expect(await complete(await signUp(server, 'EMPLOYER'), cvId)).toEqual(failedWith('FORBIDDEN'));
    expect(await complete(await signUpAdmin(server), cvId)).toEqual(failedWith('FORBIDDEN'));
    expect(await complete({ client: server.client() }, cvId)).toEqual(failedWith('UNAUTHENTICATED'));
    expect(await request({}, server.client())).toEqual(failedWith('UNAUTHENTICATED'));
    expect(await request({}, (await signUp(server, 'EMPLOYER')).client)).toEqual(failedWith('FORBIDDEN'));
    expect((await complete(candidate, cvId)).result?.id).toBe(cvId);
    expect(await complete(other, cvId)).toEqual(NOT_FOUND);
    expect(await complete(candidate, globalId('Cv', uuidv7()))).toEqual(NOT_FOUND);
  });

  it('may be asked for 20 times an hour', async () => {
    for (let count = 0; count < 20; count++) expect((await request({})).error).toBeUndefined();
    expect(await request({})).toEqual(failedWith('RATE_LIMITED'));
  });

  it('is not made when its row cannot be written, and may be made after', async () => {
    const cvId = await uploadedCv(candidate);
    await server.db.rows(
      sql`alter table cvs add constraint full_disk check (file_name <> 'cv.pdf') not valid`,
    );
    try {
      expect(await complete(candidate, cvId)).toEqual(failedWith('INTERNAL_SERVER_ERROR'));
    } finally {
      await server.db.rows(sql`alter table cvs drop constraint full_disk`);
    }
    expect(await cvsOf(candidate)).toEqual([]);
    expect((await complete(candidate, cvId)).result?.id).toBe(cvId);
  });
});
