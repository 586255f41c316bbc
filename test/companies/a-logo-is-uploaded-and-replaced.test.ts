import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { globalId } from '../../src/graphql/ids.js';
import { act, failedWith, refusedWith } from '../support/act.js';
import {
  addedLogo,
  completeLogo,
  deleteLogo,
  fetchLogo,
  image,
  requestLogoUpload,
  uploadedLogo,
  type Image,
} from '../support/logos.js';
import { colleagueOf, signUpAdmin } from '../support/members.js';
import { signUp, signUpWithCompany, type EmployerWithCompany } from '../support/people.js';
import { storedFiles, sweep } from '../support/stored-files.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { send } from '../support/uploads.js';
import { uuidIn } from '../support/uuid-in.js';

const HOUR = 3_600_000;
const NOT_FOUND = refusedWith('NOT_FOUND', 'uploadId');

describe('the logo of a company', () => {
  let server: TestServer;
  let sample: Image;
  let admin: EmployerWithCompany;
  beforeAll(async () => {
    server = await startTestServer();
    sample = await image('png');
  });
  beforeEach(async () => {
    admin = await signUpWithCompany(server);
    // Whatever the test before left behind.
    await server.db.rows(sql`update companies set logo_key = null`);
    server.clock.advance(2 * HOUR);
    await sweep(server);
    expect(await storedFiles(server)).toEqual([]);
  });
  afterAll(() => server.stop());

  const request = (input: Record<string, unknown>, { client } = admin) =>
    act(client, 'requestCompanyLogoUpload', { contentType: 'image/png', sizeBytes: 100, ...input });

  async function logoUrl(): Promise<string | null> {
    const { company } = await server
      .client()
      .data<{ company: { logoUrl: string | null } }>('query ($id: ID!) { company(id: $id) { logoUrl } }', {
        id: admin.companyId,
      });
    return company.logoUrl;
  }

  it('is null until there is one, and then an address that stays', async () => {
    expect(await logoUrl()).toBeNull();
    const url = await addedLogo(admin, sample);
    expect(url.startsWith(`${server.url}/files/logos/`)).toBe(true);
    server.clock.advance(1000 * HOUR);
    await sweep(server);
    expect(await logoUrl()).toBe(url);
    expect((await fetchLogo(url)).response.status).toBe(200);
  });

  it('gives way to another one, and its file goes', async () => {
    const old = await addedLogo(admin, sample);
    const url = await addedLogo(admin, await image('jpeg', 20, 20));
    expect(url).not.toBe(old);
    await sweep(server);
    expect((await fetchLogo(old)).response.status).toBe(404);
    expect((await fetchLogo(url)).response.status).toBe(200);
    server.clock.advance(2 * HOUR);
    await sweep(server);
    expect(await storedFiles(server)).toEqual([expect.stringMatching(/^logos\//)]);
    expect(await server.db.rows(sql`select file_key from file_removals`)).toEqual([]);
    expect(await server.db.rows(sql`select id from company_logo_uploads`)).toEqual([]);
  });

  it('stays when what shall replace it is no image', async () => {
    const url = await addedLogo(admin, sample);
    const bad = await uploadedLogo(admin, { contentType: 'image/png', content: Buffer.from('no PNG') });
    expect(await completeLogo(admin, bad)).toEqual(refusedWith('INVALID_FILE', 'uploadId'));
    expect(await logoUrl()).toBe(url);
    await sweep(server);
    expect((await fetchLogo(url)).response.status).toBe(200);
  });

  it('is deleted with its file, and once more without harm', async () => {
    const url = await addedLogo(admin, sample);
    expect((await deleteLogo(admin)).result).toEqual({ id: admin.companyId, logoUrl: null });
    expect((await deleteLogo(admin)).result).toEqual({ id: admin.companyId, logoUrl: null });
    expect(await logoUrl()).toBeNull();
    await sweep(server);
    expect((await fetchLogo(url)).response.status).toBe(404);
  });

  it('goes with the company, and so does what was uploaded for it', async () => {
    const url = await addedLogo(admin, sample);
    await uploadedLogo(admin, sample);
    await server.db.rows(sql`delete from companies where id = ${uuidIn(admin.companyId)}`);
    await sweep(server);
    expect((await fetchLogo(url)).response.status).toBe(404);
    server.clock.advance(HOUR);
    await sweep(server);
    expect(await storedFiles(server)).toEqual([]);
    expect(await server.db.rows(sql`select file_key from file_removals`)).toEqual([]);
  });

  it('stays with the company when the account of its admin is deleted', async () => {
    const url = await addedLogo(admin, sample);
    await server.db.rows(sql`delete from users where id = ${uuidIn(admin.id)}`);
    await sweep(server);
    expect(await logoUrl()).toBe(url);
    expect((await fetchLogo(url)).response.status).toBe(200);
  });

  it('is one, and so is its file, however many complete an upload at once', async () => {
    const uploadId = await uploadedLogo(admin, sample);
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => completeLogo(admin, uploadId)));
    const urls = new Set(outcomes.map(({ result }) => result?.logoUrl));
    expect([...urls]).toEqual([await logoUrl()]);
    expect((await completeLogo(admin, uploadId)).result?.logoUrl).toBe(await logoUrl());
    server.clock.advance(2 * HOUR);
    await sweep(server);
    expect(await storedFiles(server)).toHaveLength(1);
    expect((await fetchLogo(await logoUrl())).response.status).toBe(200);
  });

  it('is that of the last of several uploads completed at once, and no other file stays', async () => {
    const uploads = [];
    for (let count = 0; count < 4; count++) uploads.push(await uploadedLogo(admin, sample));
    const outcomes = await Promise.all(uploads.map((uploadId) => completeLogo(admin, uploadId)));
    expect(new Set(outcomes.map(({ result }) => result?.logoUrl)).size).toBe(4);
    server.clock.advance(2 * HOUR);
    await sweep(server);
    expect(await storedFiles(server)).toHaveLength(1);
    expect((await fetchLogo(await logoUrl())).response.status).toBe(200);
  });

  it('is not changed by a completion that is repeated after it was deleted', async () => {
    const uploadId = await uploadedLogo(admin, sample);
    await completeLogo(admin, uploadId);
    await deleteLogo(admin);
    expect(await completeLogo(admin, uploadId)).toMatchObject({ userErrors: [], result: { logoUrl: null } });
  });

  it('is not made before its file is there, nor an hour later', async () => {
    const upload = await requestLogoUpload(admin, sample);
    expect(await completeLogo(admin, upload.uploadId)).toEqual(refusedWith('UPLOAD_MISSING', 'uploadId'));
    await send(upload, sample.content);
    server.clock.advance(HOUR);
    expect(await completeLogo(admin, upload.uploadId)).toEqual(NOT_FOUND);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['an SVG', { contentType: 'image/svg+xml' }, 'contentType'],
    ['a GIF', { contentType: 'image/gif' }, 'contentType'],
    ['a type with parameters', { contentType: 'image/png; a=b' }, 'contentType'],
    ['no bytes', { sizeBytes: 0 }, 'sizeBytes'],
    ['more than 2 MiB', { sizeBytes: 2 * 1024 * 1024 + 1 }, 'sizeBytes'],
  ])('is not asked for with %s', async (_what, input, field) => {
    expect(await request(input)).toEqual(refusedWith('INVALID', field));
  });

  it('may be asked for with 2 MiB', async () => {
    expect((await request({ sizeBytes: 2 * 1024 * 1024 })).userErrors).toEqual([]);
  });

  it('is for admins of the company alone', async () => {
    const uploadId = await uploadedLogo(admin, sample);
    const colleague = await colleagueOf(server, admin);
    const stranger = await signUpWithCompany(server);
    expect(await completeLogo(stranger, uploadId)).toEqual(NOT_FOUND);
    expect(await completeLogo(admin, globalId('CompanyLogoUpload', uuidv7()))).toEqual(NOT_FOUND);
    expect(await completeLogo(admin, admin.companyId)).toEqual(NOT_FOUND);
    const others = [
      { client: colleague.client, answer: failedWith('FORBIDDEN') },
      { client: (await signUp(server, 'CANDIDATE')).client, answer: failedWith('FORBIDDEN') },
      { client: (await signUpAdmin(server)).client, answer: failedWith('FORBIDDEN') },
      { client: (await signUp(server, 'EMPLOYER')).client, answer: refusedWith('COMPANY_REQUIRED', null) },
      { client: server.client(), answer: failedWith('UNAUTHENTICATED') },
    ];
    for (const { client, answer } of others) {
      expect(
        await act(client, 'requestCompanyLogoUpload', { contentType: 'image/png', sizeBytes: 9 }),
      ).toEqual(answer);
      expect(await completeLogo({ client }, uploadId)).toEqual(answer);
      expect(await deleteLogo({ client })).toEqual(answer);
    }
    expect((await completeLogo(admin, uploadId)).userErrors).toEqual([]);
  });

  it('is not made when the company cannot be written, and may be made after', async () => {
    const uploadId = await uploadedLogo(admin, sample);
    await server.db.rows(
      sql`alter table companies add constraint full_disk check (logo_key is null) not valid`,
    );
    try {
      expect(await completeLogo(admin, uploadId)).toEqual(failedWith('INTERNAL_SERVER_ERROR'));
    } finally {
      await server.db.rows(sql`alter table companies drop constraint full_disk`);
    }
    expect(await logoUrl()).toBeNull();
    expect((await completeLogo(admin, uploadId)).userErrors).toEqual([]);
  });
});
