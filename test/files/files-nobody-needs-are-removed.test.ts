import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { act, refusedWith } from '../support/act.js';
import { complete, completedCv, PDF, requestUpload, uploadedCv } from '../support/cvs.js';
import { signUp, signUpWithCompany, type Person } from '../support/people.js';
import { apply, publishedJob } from '../support/recruitment.js';
import { storedFiles, sweep } from '../support/stored-files.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { send } from '../support/uploads.js';
import { uuidIn } from '../support/uuid-in.js';

const HOUR = 3_600_000;

describe('a file nobody needs any more', () => {
  let server: TestServer;
  let candidate: Person;
  beforeAll(async () => {
    server = await startTestServer();
  });
  beforeEach(async () => {
    candidate = await signUp(server, 'CANDIDATE');
    // Whatever the test before left behind.
    await server.db.rows(sql`delete from applications`);
    await server.db.rows(sql`delete from cvs`);
    await server.db.rows(sql`delete from cv_uploads`);
    server.clock.advance(2 * HOUR);
    await sweep(server);
    expect(await storedFiles(server)).toEqual([]);
  });
  afterAll(() => server.stop());

  const removals = () => server.db.rows(sql`select file_key from file_removals`);

  it('is what was uploaded, once the CV is made of it and the link is over', async () => {
    await completedCv(candidate);
    expect(await storedFiles(server)).toHaveLength(2);
    await sweep(server);
    expect(await storedFiles(server)).toHaveLength(2);
    server.clock.advance(HOUR);
    await sweep(server);
    expect(await storedFiles(server)).toEqual([expect.stringMatching(/^cvs\//)]);
    expect(await removals()).toEqual([]);
    expect(await server.db.rows(sql`select id from cv_uploads`)).toEqual([]);
  });

  it('is what was uploaded and never completed', async () => {
    const cvId = await uploadedCv(candidate);
    await requestUpload(candidate);
    server.clock.advance(HOUR - 5000);
    await sweep(server);
    expect(await storedFiles(server)).toEqual([`uploads/${uuidIn(cvId)}`]);
    server.clock.advance(5001);
    await sweep(server);
    expect(await storedFiles(server)).toEqual([]);
  });

  it('is what turned out to be no CV', async () => {
    const cvId = await uploadedCv(candidate, { ...PDF, content: Buffer.from('no PDF') });
    expect(await complete(candidate, cvId)).toEqual(refusedWith('INVALID_FILE', 'cvId'));
    await sweep(server);
    expect(await storedFiles(server)).toEqual([`uploads/${uuidIn(cvId)}`]);
    server.clock.advance(HOUR);
    await sweep(server);
    expect(await storedFiles(server)).toEqual([]);
  });

  it('is the copies of completions that came too late', async () => {
    const cvId = await uploadedCv(candidate);
    await Promise.all(Array.from({ length: 5 }, () => complete(candidate, cvId)));
    server.clock.advance(HOUR);
    await sweep(server);
    expect(await storedFiles(server)).toHaveLength(1);
    const [cv] = await server.db.rows(sql<{ key: string }>`select file_key as key from cvs`);
    expect(await storedFiles(server)).toEqual([cv?.key]);
  });

  it('is a CV that was deleted, when no application carries it', async () => {
    const [kept, deleted] = [await completedCv(candidate), await completedCv(candidate)];
    await act(candidate.client, 'deleteCv', { cvId: deleted });
    server.clock.advance(HOUR);
    await sweep(server);
    const rows = await server.db.rows(sql<{ id: string; key: string }>`select id, file_key as key from cvs`);
    expect(rows.map(({ id }) => id)).toEqual([uuidIn(kept)]);
    expect(await storedFiles(server)).toEqual(rows.map(({ key }) => key));
  });

  it('is a CV that was deleted and sent, once the application is gone too', async () => {
    const employer = await signUpWithCompany(server);
    const cvId = await completedCv(candidate);
    const applicationId = await apply(candidate, await publishedJob(employer));
    await act(candidate.client, 'deleteCv', { cvId });
    server.clock.advance(HOUR);
    await sweep(server);
    expect(await storedFiles(server)).toHaveLength(1);
    await server.db.rows(sql`delete from applications where id = ${uuidIn(applicationId)}`);
    await sweep(server);
    expect(await storedFiles(server)).toEqual([]);
  });

  it('is all of a candidate whose account is deleted, at once what no link can write', async () => {
    await completedCv(candidate);
    const upload = await requestUpload(candidate);
    await send(upload, PDF.content);
    await server.db.rows(sql`delete from users where id = ${uuidIn(candidate.id)}`);
    await sweep(server);
    expect((await storedFiles(server)).filter((path) => path.startsWith('cvs/'))).toEqual([]);
    server.clock.advance(HOUR);
    await sweep(server);
    expect(await storedFiles(server)).toEqual([]);
    expect(await removals()).toEqual([]);
  });

  it('is a part of an upload that a crash cut short', async () => {
    const folder = join(server.config.dataDir, 'files', 'parts');
    await mkdir(folder, { recursive: true });
    const now = server.clock.now().getTime();
    for (const [name, age] of [
      ['old', 61],
      ['new', 59],
    ] as const) {
      await writeFile(join(folder, name), 'part');
      await utimes(join(folder, name), new Date(now - age * 60_000), new Date(now - age * 60_000));
    }
    await sweep(server);
    expect(await storedFiles(server)).toEqual(['parts/new']);
    server.clock.advance(2 * 60_000);
    await sweep(server);
  });

  it('that cannot be removed now stands in nobody’s way, and is tried again', async () => {
    const stubborn = 'cvs/folder';
    await mkdir(join(server.config.dataDir, 'files', stubborn), { recursive: true });
    const cvId = await completedCv(candidate);
    await server.db.rows(sql`insert into file_removals values (${stubborn}, ${new Date(0)})`);
    await act(candidate.client, 'deleteCv', { cvId });
    await expect(sweep(server)).rejects.toThrow();
    expect((await storedFiles(server)).filter((path) => path.startsWith('cvs/'))).toEqual([]);
    expect(
      await server.db.rows(sql`select file_key as key from file_removals where file_key = ${stubborn}`),
    ).toEqual([{ key: stubborn }]);
    await sweep(server);
    server.clock.advance(11 * 60_000);
    await expect(sweep(server)).rejects.toThrow();
    await server.db.rows(sql`delete from file_removals where file_key = ${stubborn}`);
  });

  it('is removed once, by however many processes', async () => {
    for (let count = 0; count < 3; count++) {
      const cvId = await completedCv(candidate);
      await act(candidate.client, 'deleteCv', { cvId });
    }
    server.clock.advance(HOUR);
    await Promise.all(Array.from({ length: 4 }, () => sweep(server)));
    expect(await storedFiles(server)).toEqual([]);
    expect(await removals()).toEqual([]);
  });
});
