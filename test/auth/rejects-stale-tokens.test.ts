import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HOUR } from '../../src/platform/clock.js';
import {
  applicant,
  clientAt,
  REFRESH,
  SIGN_IN,
  SIGN_OUT,
  SIGN_UP,
  type SessionAnswer,
} from '../support/accounts.js';
import { contentsOf } from '../support/database-contents.js';
import { PASSWORD, signUp, type Person } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

describe('an access token that no longer holds', () => {
  let server: TestServer;
  let person: Person;
  /** Authorization headers by why they are stale. */
  const stale: Record<string, string> = {};

  beforeAll(async () => {
    server = await startTestServer();
    const expired = await signUp(server, 'CANDIDATE');
    stale['expired'] = `Bearer ${expired.accessToken}`;
    server.clock.advance(24 * HOUR + 1000);
    const signedOut = await signUp(server, 'CANDIDATE');
    await signedOut.client.data(SIGN_OUT);
    stale['signed out'] = `Bearer ${signedOut.accessToken}`;
    person = await signUp(server, 'CANDIDATE');
    stale['a refresh token'] = `Bearer ${person.refreshToken}`;
    stale['garbage'] = 'Bearer garbage';
    stale['garbage in three parts'] = 'Bearer a.b.c';
    stale['nothing'] = 'Bearer';
    stale['of another scheme'] = `Basic ${Buffer.from(`${person.email}:${PASSWORD}`).toString('base64')}`;
    stale['two at once'] = `Bearer ${person.accessToken} ${person.accessToken}`;
    stale['bare'] = person.accessToken;
  });
  afterAll(() => server.stop());

  const KINDS = [
    'expired',
    'signed out',
    'a refresh token',
    'garbage',
    'garbage in three parts',
    'nothing',
    'of another scheme',
    'two at once',
    'bare',
  ];

  const clientWith = (kind: string) => clientAt(server).with({ authorization: stale[kind] ?? '' });

  it.each(
    KINDS.flatMap((kind) =>
      [
        '{ me { id } }',
        '{ __typename }',
        '{ jobs(first: 1) { totalCount } }',
        'mutation { signOut { success } }',
        'mutation { createCompany(input: { name: "Okoumé" }) { company { id } } }',
      ].map((document) => [kind, document] as const),
    ),
  )('(%s) is told so by 401, also where nobody needs to be signed in: %s', async (kind, document) => {
    const { status, errors, data } = await clientWith(kind).send(document);
    expect([status, errors?.[0]?.extensions.code, data]).toEqual([401, 'UNAUTHENTICATED', undefined]);
  });

  it.each(KINDS)('(%s) does not stand in the way of signUp, signIn and refreshToken', async (kind) => {
    const { email, refreshToken } = await signUp(server, 'CANDIDATE');
    const signedUp = await clientWith(kind).data<{ signUp: SessionAnswer }>(SIGN_UP, { input: applicant() });
    expect(signedUp.signUp).toMatchObject({ accessToken: expect.any(String), userErrors: [] });
    const signedIn = await clientWith(kind).data<{ signIn: SessionAnswer }>(SIGN_IN, {
      input: { email, password: PASSWORD },
    });
    expect(signedIn.signIn).toMatchObject({ accessToken: expect.any(String), userErrors: [] });
    const refreshed = await clientWith(kind).data<{ refreshToken: SessionAnswer }>(REFRESH, {
      input: { refreshToken },
    });
    expect(refreshed.refreshToken).toMatchObject({ accessToken: expect.any(String), userErrors: [] });
  });

  it('is told so even when signIn comes along with something else, and signs nobody in', async () => {
    const before = await contentsOf(server.db);
    const { status, errors } = await clientWith('expired').send(
      `mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } signOut { success } }`,
      { input: { email: person.email, password: PASSWORD } },
    );
    expect([status, errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
    expect(await contentsOf(server.db)).toEqual(before);
  });

  it('does not get past under the alias signIn', async () => {
    const { status } = await clientWith('expired').send(
      `mutation { signIn: createCompany(input: { name: "Okoumé" }) { company { id } } }`,
    );
    expect(status).toBe(401);
  });

  it('holds for 24 hours and not a second longer', async () => {
    const { client } = await signUp(server, 'CANDIDATE');
    server.clock.advance(24 * HOUR - 5000);
    expect((await client.send('{ me { id } }')).status).toBe(200);
    server.clock.advance(6000);
    expect((await client.send('{ me { id } }')).status).toBe(401);
  });
});

describe('an access token', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ env: { ACCESS_TOKEN_HOURS: '1' } });
  });
  afterAll(() => server.stop());

  it('holds for as many hours as are set', async () => {
    const { client } = await signUp(server, 'CANDIDATE');
    server.clock.advance(HOUR - 5000);
    expect((await client.send('{ me { id } }')).status).toBe(200);
    server.clock.advance(6000);
    expect((await client.send('{ me { id } }')).status).toBe(401);
  });
});
