import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { globalId } from '../../src/graphql/ids.js';
import { DAY, HOUR, MINUTE } from '../../src/platform/clock.js';
import {
  clientAt,
  rotated,
  sessionOf,
  SIGN_IN,
  signIn,
  SIGN_OUT,
  type SessionAnswer,
} from '../support/accounts.js';
import { MY_SESSIONS, mySessions } from '../support/own-sessions.js';
import { PASSWORD, signUp } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1';

describe('mySessions', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  async function signInFrom(ip: string, userAgent: string, email: string): Promise<SessionAnswer> {
    const client = clientAt(server, ip).with({ 'user-agent': userAgent });
    const input = { email, password: PASSWORD };
    return (await client.data<{ signIn: SessionAnswer }>(SIGN_IN, { input })).signIn;
  }

  it('tells device, address and times of a session', async () => {
    const { email } = await signUp(server, 'CANDIDATE');
    const { accessToken } = await signInFrom('198.51.100.20', FIREFOX, email);
    const stored = await sessionOf(server, accessToken);
    const [session] = await mySessions(clientAt(server).signedIn(`${accessToken}`));
    expect(session).toEqual({
      id: globalId('Session', stored.id),
      device: 'Firefox on Windows',
      userAgent: FIREFOX,
      ip: '198.51.100.20',
      createdAt: stored.createdAt.toISOString(),
      lastUsedAt: stored.createdAt.toISOString(),
      expiresAt: new Date(stored.createdAt.getTime() + 7 * DAY).toISOString(),
      isCurrent: true,
    });
  });

  it('tells an IPv6 address as it is', async () => {
    const { email } = await signUp(server, 'CANDIDATE');
    const { accessToken } = await signInFrom('2001:db8::7', FIREFOX, email);
    const sessions = await mySessions(clientAt(server).signedIn(`${accessToken}`));
    expect(sessions.map(({ ip }) => ip)).toContain('2001:db8::7');
  });

  it('lists those of the viewer only, the one used last first, and marks the current one', async () => {
    const person = await signUp(server, 'EMPLOYER');
    await signUp(server, 'EMPLOYER');
    server.clock.advance(HOUR);
    const phone = await signInFrom('198.51.100.21', IPHONE, person.email);
    server.clock.advance(HOUR);
    const computer = await signInFrom('198.51.100.22', FIREFOX, person.email);
    server.clock.advance(HOUR);
    await rotated(server, `${phone.refreshToken}`);

    const idOf = async (token: string | null) => globalId('Session', (await sessionOf(server, token)).id);
    const sessions = await mySessions(clientAt(server).signedIn(`${phone.accessToken}`));
    expect(sessions.map(({ id, device, isCurrent }) => ({ id, device, isCurrent }))).toEqual([
      { id: await idOf(phone.accessToken), device: 'Safari on iOS', isCurrent: true },
      { id: await idOf(computer.accessToken), device: 'Firefox on Windows', isCurrent: false },
      { id: await idOf(person.accessToken), device: null, isCurrent: false },
    ]);
  });

  it.each([
    ['a script', 'curl/8.5.0', null],
    ['nothing at all', '', null],
    ['a word nobody knows', 'x'.repeat(400), null],
    ['a browser without a system', 'Firefox/128.0', 'Firefox'],
  ])('names no more of a device than %s tells', async (_what, userAgent, device) => {
    const { email } = await signUp(server, 'CANDIDATE');
    const { accessToken } = await signInFrom('198.51.100.23', userAgent, email);
    const sessions = await mySessions(clientAt(server).signedIn(`${accessToken}`));
    const current = sessions.find(({ isCurrent }) => isCurrent);
    expect(current).toMatchObject({ device, userAgent });
  });

  it('lists no session that has ended or expired', async () => {
    const person = await signUp(server, 'CANDIDATE');
    const [signedOut, idle, old, kept] = [
      await signIn(server, person.email),
      await signIn(server, person.email),
      await signIn(server, person.email),
      await signIn(server, person.email),
    ];
    await clientAt(server).signedIn(`${signedOut.accessToken}`).data(SIGN_OUT);
    const past = new Date(server.clock.now().getTime() - MINUTE);
    await server.db.rows(sql`
      update sessions set idle_expires_at = ${past} where id = ${(await sessionOf(server, idle.accessToken)).id}`);
    await server.db.rows(sql`
      update sessions set absolute_expires_at = ${past} where id = ${(await sessionOf(server, old.accessToken)).id}`);
    const listed = (await mySessions(person.client)).map(({ id }) => id);
    const expected = await Promise.all(
      [kept.accessToken, person.accessToken].map(async (token) =>
        globalId('Session', (await sessionOf(server, token)).id),
      ),
    );
    expect(listed.toSorted()).toEqual(expected.toSorted());
  });

  it('tells that a session near its greatest age ends with it', async () => {
    const person = await signUp(server, 'CANDIDATE');
    const { createdAt, id } = await sessionOf(server, person.accessToken);
    const soon = new Date(createdAt.getTime() + 2 * DAY);
    await server.db.rows(sql`update sessions set absolute_expires_at = ${soon} where id = ${id}`);
    expect((await mySessions(person.client))[0]?.expiresAt).toBe(soon.toISOString());
  });

  it('is for those who are signed in', async () => {
    expect(await clientAt(server).errorCode(MY_SESSIONS)).toBe('UNAUTHENTICATED');
  });

  it('has no way to what only the server may know', async () => {
    const { client } = await signUp(server, 'CANDIDATE');
    for (const field of ['refreshTokenHash', 'previousRefreshTokenHash', 'userId', 'revokedReason'])
      expect(await client.errorCode(`{ mySessions { ${field} } }`)).toBe('GRAPHQL_VALIDATION_FAILED');
  });
});
