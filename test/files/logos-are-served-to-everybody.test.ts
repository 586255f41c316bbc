import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { completedCv } from '../support/cvs.js';
import { addedLogo, deleteLogo, fetchLogo, image, uploadedLogo } from '../support/logos.js';
import { signUp, signUpWithCompany, type EmployerWithCompany } from '../support/people.js';
import { startS3Server, type S3Server } from '../support/s3-server.js';
import { storedFiles, sweep } from '../support/stored-files.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const HOUR = 3_600_000;

describe.each(['disk', 'bucket'] as const)('with files on a %s, a logo', (place) => {
  let s3: S3Server;
  let server: TestServer;
  let admin: EmployerWithCompany;
  let url: string;
  beforeAll(async () => {
    s3 = await startS3Server();
    server = await startTestServer(place === 'bucket' ? { env: s3.env } : {});
    admin = await signUpWithCompany(server);
    url = await addedLogo(admin, await image('png'));
  });
  afterAll(async () => {
    await server.stop();
    await s3.stop();
  });

  it('is there for everybody, to be shown and to be kept on the way', async () => {
    const { response, content } = await fetchLogo(url);
    expect(response.status).toBe(200);
    expect(content.subarray(8, 12).toString()).toBe('WEBP');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/webp',
      'content-disposition': 'inline',
      'content-length': String(content.length),
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=31536000, immutable',
      'cross-origin-resource-policy': 'cross-origin',
    });
    const head = await fetch(url, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-type')]).toEqual([200, 'image/webp']);
  });

  it('is where all files are', async () => {
    const isLogo = expect.stringMatching(/^logos\//);
    if (place === 'bucket') {
      expect([...s3.objects.keys()]).toContainEqual(isLogo);
      expect(s3.objects.get(new URL(url).pathname.slice('/files/'.length, -'.webp'.length))).toMatchObject({
        contentType: 'image/webp',
      });
      expect(await storedFiles(server)).toEqual([]);
    } else {
      expect(await storedFiles(server)).toContainEqual(isLogo);
    }
  });

  it('is all that its address leads to', async () => {
    const candidate = await signUp(server, 'CANDIDATE');
    await completedCv(candidate);
    const [cv] = await server.db.rows(sql<{ key: string }>`select file_key as key from cvs`);
    const [, cvId = ''] = (cv?.key ?? '').split('/');
    const uploadId = await uploadedLogo(admin, await image('png'));
    const names = [
      `${cvId}.webp`,
      cvId,
      `..%2Fcvs%2F${cvId}.webp`,
      `..%2f..%2ffiles%2fcvs%2f${cvId}`,
      `%2e%2e/cvs/${cvId}.webp`,
      `../uploads/${uploadId}.webp`,
      `${uuidv7()}.webp`,
      `${uuidv7()}.png`,
      'x.webp',
      '.webp',
      '',
      '%00.webp',
      '%.webp',
      `${url.split('/').at(-1)}%00`,
      `${url.split('/').at(-1)}/`,
    ];
    for (const name of names) {
      const response = await fetch(`${server.url}/files/logos/${name}`);
      expect([name, [400, 404].includes(response.status)]).toEqual([name, true]);
      expect(response.headers.get('content-type')).toMatch(/^application\/json/);
      expect(response.headers.get('cache-control') ?? '').not.toMatch(/immutable/);
    }
  });

  it('is gone from there once it is deleted', async () => {
    await deleteLogo(admin);
    server.clock.advance(2 * HOUR);
    await sweep(server);
    expect((await fetchLogo(url)).response.status).toBe(404);
    expect(
      [...s3.objects.keys(), ...(await storedFiles(server))].filter((key) => key.startsWith('logos/')),
    ).toEqual([]);
  });
});

describe('a logo in a bucket that is away', () => {
  it('is an error that nobody keeps', async () => {
    const s3 = await startS3Server();
    const server = await startTestServer({ env: s3.env });
    try {
      const admin = await signUpWithCompany(server);
      const url = await addedLogo(admin, await image('png'));
      s3.isUp = false;
      const { response } = await fetchLogo(url);
      expect(response.status).toBe(500);
      expect(response.headers.get('cache-control') ?? '').not.toMatch(/immutable/);
      s3.isUp = true;
      expect((await fetchLogo(url)).response.status).toBe(200);
    } finally {
      await server.stop();
      await s3.stop();
    }
  });
});
