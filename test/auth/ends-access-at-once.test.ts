import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { clientAt, holds, ME, refresh, sessionOf, setActive, signIn, SIGN_OUT } from '../support/accounts.js';
import { contentsOf } from '../support/database-contents.js';
import { signUp } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

describe('who is signed in', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  it('is told by me', async () => {
    const { id, email, client } = await signUp(server, 'EMPLOYER');
    expect(await client.data(ME)).toEqual({ me: { id, email, role: 'EMPLOYER' } });
  });

  it.each([
    ['me', ME],
    ['signOut', SIGN_OUT],
  ])('must be somebody for %s: UNAUTHENTICATED with 401 without a token', async (_what, document) => {
    const { status, errors, data } = await clientAt(server).send(document);
    expect([status, errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
    expect(Object.values(data ?? {}).filter((value) => value !== null)).toEqual([]);
  });

  it('does not matter to what is public', async () => {
    expect((await clientAt(server).send('{ __typename }')).status).toBe(200);
  });

  it('does not depend on how the scheme of the header is written', async () => {
    const { accessToken } = await signUp(server, 'CANDIDATE');
    const { status } = await clientAt(server)
      .with({ authorization: `bearer   ${accessToken}` })
      .send(ME);
    expect(status).toBe(200);
  });

  it('ends with signOut: access token and refresh token at once', async () => {
    const { client, accessToken, refreshToken } = await signUp(server, 'CANDIDATE');
    expect(await client.data(SIGN_OUT)).toEqual({ signOut: { success: true } });
    expect(await holds(server, accessToken)).toBe(false);
    const { userErrors } = await refresh(server, refreshToken);
    expect(userErrors).toEqual([
      { code: 'SESSION_ENDED', field: 'refreshToken', message: 'The session has ended. Sign in again.' },
    ]);
  });

  it('is recorded as signed out, once and for good', async () => {
    const { client, refreshToken } = await signUp(server, 'CANDIDATE');
    await client.data(SIGN_OUT);
    const ended = await sessionOf(server, refreshToken);
    expect(ended).toMatchObject({ revokedAt: expect.any(Date), revokedReason: 'SIGNED_OUT' });
    expect((await client.send(SIGN_OUT)).status).toBe(401);
    await refresh(server, refreshToken);
    expect(await sessionOf(server, refreshToken)).toEqual(ended);
  });

  it('ends by signOut on this device only', async () => {
    const person = await signUp(server, 'CANDIDATE');
    const elsewhere = await signIn(server, person.email);
    await person.client.data(SIGN_OUT);
    expect(await holds(server, elsewhere.accessToken)).toBe(true);
    expect((await refresh(server, elsewhere.refreshToken)).userErrors).toEqual([]);
  });

  it('ends when the user is deactivated, and nothing changes by trying', async () => {
    const { email, accessToken, refreshToken } = await signUp(server, 'EMPLOYER');
    await setActive(server, email, false);
    const before = await contentsOf(server.db);
    expect(await holds(server, accessToken)).toBe(false);
    expect((await refresh(server, refreshToken)).userErrors).toEqual([
      { code: 'ACCOUNT_DEACTIVATED', field: null, message: 'This account has been deactivated.' },
    ]);
    expect(await contentsOf(server.db)).toEqual(before);
  });

  it('ends when the session is revoked in the database', async () => {
    const { accessToken, refreshToken } = await signUp(server, 'EMPLOYER');
    const { id } = await sessionOf(server, refreshToken);
    await server.db.rows(
      sql`update sessions set revoked_at = now(), revoked_reason = 'REVOKED' where id = ${id}`,
    );
    expect(await holds(server, accessToken)).toBe(false);
    expect((await refresh(server, refreshToken)).userErrors[0]?.code).toBe('SESSION_ENDED');
  });

  it('ends when the user is deleted', async () => {
    const { email, accessToken, refreshToken } = await signUp(server, 'CANDIDATE');
    await server.db.rows(sql`delete from users where email = ${email}`);
    expect(await holds(server, accessToken)).toBe(false);
    expect((await refresh(server, refreshToken)).userErrors[0]?.code).toBe('TOKEN_INVALID');
  });
});

describe('the role of a viewer', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  const DASHBOARD = '{ dashboard { __typename } }';

  it('is what the database says now, not what it was when the token was made', async () => {
    const { email, client } = await signUp(server, 'CANDIDATE');
    expect(await client.data(DASHBOARD)).toEqual({ dashboard: { __typename: 'CandidateDashboard' } });
    await server.db.rows(sql`update users set role = 'ADMIN' where email = ${email}`);
    expect(await client.data(ME)).toMatchObject({ me: { role: 'ADMIN' } });
    expect(await client.data(DASHBOARD)).toEqual({ dashboard: { __typename: 'AdminDashboard' } });
    await server.db.rows(sql`update users set role = 'CANDIDATE' where email = ${email}`);
    expect(await client.data(DASHBOARD)).toEqual({ dashboard: { __typename: 'CandidateDashboard' } });
  });

  it('needs its profile: without one, a token speaks for nobody', async () => {
    const { email, accessToken } = await signUp(server, 'CANDIDATE');
    await server.db.rows(sql`update users set role = 'EMPLOYER' where email = ${email}`);
    expect(await holds(server, accessToken)).toBe(false);
  });
});
