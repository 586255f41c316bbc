import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { lockAccount } from '../../src/auth/lock-account.js';
import { globalId } from '../../src/graphql/ids.js';
import { DAY } from '../../src/platform/clock.js';
import { executeIn } from '../../src/platform/database/database.js';
import { clientAt, holds, refresh, sessionOf, signIn } from '../support/accounts.js';
import type { GraphqlClient } from '../support/graphql-client.js';
import { signUpAdmin } from '../support/members.js';
import {
  mySessions,
  revoke,
  REVOKE_SESSION,
  signOutEverywhere,
  SIGN_OUT_EVERYWHERE,
  storedSessions,
} from '../support/own-sessions.js';
import { signUp, type Person } from '../support/people.js';
import { signedInNow } from '../support/sign-in-now.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { untilSomebodyWaits } from '../support/until-somebody-waits.js';
import { uuidIn } from '../support/uuid-in.js';

const NOT_FOUND = {
  sessionId: null,
  userErrors: [{ code: 'NOT_FOUND', field: 'sessionId', message: 'Session not found.' }],
};

describe('revokeSession', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  const idOf = async (token: string | null) => globalId('Session', (await sessionOf(server, token)).id);

  it('ends another session of the viewer at once, and no more than that', async () => {
    const person = await signUp(server, 'CANDIDATE');
    const [phone, computer] = [await signIn(server, person.email), await signIn(server, person.email)];
    const sessionId = await idOf(phone.accessToken);
    expect(await revoke(person.client, sessionId)).toEqual({ sessionId, userErrors: [] });

    expect(await holds(server, phone.accessToken)).toBe(false);
    expect((await refresh(server, phone.refreshToken)).userErrors[0]?.code).toBe('SESSION_ENDED');
    expect(await sessionOf(server, phone.accessToken)).toMatchObject({
      revokedAt: expect.any(Date),
      revokedReason: 'REVOKED',
    });
    expect(await holds(server, computer.accessToken)).toBe(true);
    expect((await refresh(server, computer.refreshToken)).userErrors).toEqual([]);
    expect((await mySessions(person.client)).map(({ id }) => id)).not.toContain(sessionId);
  });

  it('signs out when the session is the current one', async () => {
    const { client, accessToken, refreshToken } = await signUp(server, 'CANDIDATE');
    const sessionId = await idOf(accessToken);
    expect(await revoke(client, sessionId)).toEqual({ sessionId, userErrors: [] });
    expect(await holds(server, accessToken)).toBe(false);
    expect((await refresh(server, refreshToken)).userErrors[0]?.code).toBe('SESSION_ENDED');
    expect((await sessionOf(server, accessToken)).revokedReason).toBe('SIGNED_OUT');
  });

  it('finds no session of anybody else, not even for an administrator', async () => {
    const victim = await signUp(server, 'CANDIDATE');
    const sessionId = await idOf(victim.accessToken);
    for (const { client } of [await signUp(server, 'CANDIDATE'), await signUpAdmin(server)])
      expect(await revoke(client, sessionId)).toEqual(NOT_FOUND);
    expect(await holds(server, victim.accessToken)).toBe(true);
  });

  it('finds none that is not there, has ended, or has expired', async () => {
    const person = await signUp(server, 'CANDIDATE');
    expect(await revoke(person.client, globalId('Session', uuidv7()))).toEqual(NOT_FOUND);

    const phone = await signIn(server, person.email);
    const ended = await idOf(phone.accessToken);
    await revoke(person.client, ended);
    const before = await sessionOf(server, phone.accessToken);
    expect(await revoke(person.client, ended)).toEqual(NOT_FOUND);
    expect(await sessionOf(server, phone.accessToken)).toEqual(before);

    server.clock.advance(8 * DAY);
    const { client } = await signedInNow(server, person);
    expect(await revoke(client, await idOf(person.accessToken))).toEqual(NOT_FOUND);
    expect((await sessionOf(server, person.accessToken)).revokedAt).toBeNull();
  });

  it('takes no id of another type', async () => {
    const person = await signUp(server, 'CANDIDATE');
    const { userErrors } = await revoke(person.client, person.id);
    expect(userErrors.map(({ code, field }) => ({ code, field }))).toEqual([
      { code: 'NOT_FOUND', field: 'sessionId' },
    ]);
  });

  it('of any number that try at once succeeds for one', async () => {
    const person = await signUp(server, 'CANDIDATE');
    const sessionId = await idOf((await signIn(server, person.email)).accessToken);
    const answers = await Promise.all(Array.from({ length: 10 }, () => revoke(person.client, sessionId)));
    expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
    expect(answers.filter(({ userErrors }) => userErrors[0]?.code === 'NOT_FOUND')).toHaveLength(9);
  });

  it('is for those who are signed in', async () => {
    const { accessToken } = await signUp(server, 'CANDIDATE');
    const sessionId = await idOf(accessToken);
    expect(await clientAt(server).errorCode(REVOKE_SESSION, { sessionId })).toBe('UNAUTHENTICATED');
    expect(await holds(server, accessToken)).toBe(true);
  });
});

describe('signOutEverywhere', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  async function onThreeDevices(): Promise<{ person: Person; tokens: (string | null)[] }> {
    const person = await signUp(server, 'CANDIDATE');
    const others = [await signIn(server, person.email), await signIn(server, person.email)];
    return { person, tokens: [person.accessToken, ...others.map(({ accessToken }) => accessToken)] };
  }

  const whichHold = (tokens: (string | null)[]) => Promise.all(tokens.map((token) => holds(server, token)));
  const reasonsOf = async (tokens: (string | null)[]) =>
    Promise.all(tokens.map(async (token) => (await sessionOf(server, token)).revokedReason));

  it('(OTHERS) ends all but the current session, and tells how many', async () => {
    const { person, tokens } = await onThreeDevices();
    expect(await signOutEverywhere(person.client, 'OTHERS')).toBe(2);
    expect(await whichHold(tokens)).toEqual([true, false, false]);
    expect(await reasonsOf(tokens)).toEqual([null, 'REVOKED', 'REVOKED']);
    expect((await refresh(server, person.refreshToken)).userErrors).toEqual([]);
    expect(await signOutEverywhere(person.client, 'OTHERS')).toBe(0);
  });

  it('(ALL) ends the current session too', async () => {
    const { person, tokens } = await onThreeDevices();
    expect(await signOutEverywhere(person.client, 'ALL')).toBe(3);
    expect(await whichHold(tokens)).toEqual([false, false, false]);
    expect(await reasonsOf(tokens)).toEqual(['SIGNED_OUT', 'SIGNED_OUT', 'SIGNED_OUT']);
    expect((await refresh(server, person.refreshToken)).userErrors[0]?.code).toBe('SESSION_ENDED');
  });

  it('leaves other people alone, and sessions that had ended as they were', async () => {
    const { person, tokens } = await onThreeDevices();
    const stranger = await signUp(server, 'CANDIDATE');
    const [, second] = await mySessions(person.client);
    await revoke(person.client, `${second?.id}`);
    const before = await reasonsOf(tokens);
    expect(before).toContain('REVOKED');
    expect(await signOutEverywhere(person.client, 'ALL')).toBe(2);
    expect((await reasonsOf(tokens)).toSorted()).toEqual(['REVOKED', 'SIGNED_OUT', 'SIGNED_OUT']);
    expect(await holds(server, stranger.accessToken)).toBe(true);
  });

  it('misses no session of a refresh that runs at the same time', async () => {
    for (let round = 0; round < 20; round++) {
      const { person } = await onThreeDevices();
      const [answer] = await Promise.all([
        refresh(server, person.refreshToken),
        signOutEverywhere(person.client, 'ALL'),
      ]);
      if (answer.accessToken !== null) expect(await holds(server, answer.accessToken)).toBe(false);
      expect((await storedSessions(server, person.id)).filter(({ isLive }) => isLive)).toEqual([]);
    }
  });

  it('misses no session that a sign-in is just opening', async () => {
    const { person } = await onThreeDevices();
    const now = server.clock.now();
    const expiry = new Date(now.getTime() + DAY);
    let count: Promise<number> | undefined;
    await server.db.transaction(async (em) => {
      // What a sign-in does: lock the account, then open the session.
      await lockAccount(em, uuidIn(person.id));
      count = signOutEverywhere(person.client, 'ALL');
      await untilSomebodyWaits(server);
      await executeIn(
        em,
        sql`
          insert into sessions (id, created_at, user_id, refresh_token_hash, last_used_at, idle_expires_at, absolute_expires_at)
          values (${uuidv7()}, ${now}, ${uuidIn(person.id)}, 'none', ${now}, ${expiry}, ${expiry})`,
      );
    });
    expect(await count).toBe(4);
    expect((await storedSessions(server, person.id)).filter(({ isLive }) => isLive)).toEqual([]);
  });

  it('counts each session once, however many sign out at once', async () => {
    const { person } = await onThreeDevices();
    const others = await Promise.all(
      Array.from(
        { length: 4 },
        async (): Promise<GraphqlClient> => (await signedInNow(server, person)).client,
      ),
    );
    const counts = await Promise.all(
      others.map((client) =>
        client.send<{ signOutEverywhere: { endedSessions: number } } | null>(SIGN_OUT_EVERYWHERE, {
          scope: 'ALL',
        }),
      ),
    );
    const ended = counts.map(({ data }) => data?.signOutEverywhere?.endedSessions ?? 0);
    expect(ended.reduce((sum, count) => sum + count)).toBe(7);
  });

  it('is for those who are signed in', async () => {
    expect(await clientAt(server).errorCode(SIGN_OUT_EVERYWHERE, { scope: 'ALL' })).toBe('UNAUTHENTICATED');
  });
});
