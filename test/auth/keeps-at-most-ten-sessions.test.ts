import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MINUTE } from '../../src/platform/clock.js';
import { claimsIn, holds, rotated, sessionOf, signIn } from '../support/accounts.js';
import { storedSessions } from '../support/own-sessions.js';
import { signUp, type Person } from '../support/people.js';
import { signedInNow } from '../support/sign-in-now.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

describe('a user', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  /** Somebody signed in on so many devices, a minute after one another; the first is the one of the sign-up. */
  async function onDevices(count: number): Promise<Person[]> {
    const devices = [await signUp(server, 'CANDIDATE')];
    for (const person of devices) {
      if (devices.length === count) break;
      server.clock.advance(MINUTE);
      devices.push(await signedInNow(server, person));
    }
    return devices;
  }

  const first = ([person]: Person[]): Person => {
    if (!person) throw new Error('nobody');
    return person;
  };

  async function live(person: Person): Promise<string[]> {
    return (await storedSessions(server, person.id)).filter(({ isLive }) => isLive).map(({ id }) => id);
  }

  it('is signed in on ten devices without any of them ending', async () => {
    const devices = await onDevices(9);
    server.clock.advance(MINUTE);
    expect((await signIn(server, first(devices).email)).userErrors).toEqual([]);
    expect(await live(first(devices))).toHaveLength(10);
    for (const { accessToken } of devices) expect(await holds(server, accessToken)).toBe(true);
  });

  it('is signed out where they were longest ago by the eleventh sign-in', async () => {
    const devices = await onDevices(10);
    server.clock.advance(MINUTE);
    const eleventh = await signIn(server, first(devices).email);
    const [oldest, ...others] = devices;
    expect(await sessionOf(server, `${oldest?.accessToken}`)).toMatchObject({
      revokedAt: expect.any(Date),
      revokedReason: 'LIMIT_REACHED',
    });
    expect(await holds(server, `${oldest?.accessToken}`)).toBe(false);
    for (const { accessToken } of [...others, eleventh]) expect(await holds(server, accessToken)).toBe(true);
  });

  it('keeps a session that is old but in use, rather than a younger one left alone', async () => {
    const devices = await onDevices(10);
    server.clock.advance(MINUTE);
    await rotated(server, first(devices).refreshToken);
    server.clock.advance(MINUTE);
    await signIn(server, first(devices).email);
    expect(await holds(server, first(devices).accessToken)).toBe(true);
    expect(await holds(server, `${devices[1]?.accessToken}`)).toBe(false);
  });

  it('has as many sessions as are live, not as ever were', async () => {
    const devices = await onDevices(10);
    server.clock.advance(2 * 24 * 60 * MINUTE);
    // All but the first, which came over HTTP and lasts a week, have expired by now.
    expect(await live(first(devices))).toHaveLength(1);
    await signIn(server, first(devices).email);
    expect(await live(first(devices))).toHaveLength(2);
    const reasons = (await storedSessions(server, first(devices).id)).map(
      ({ revokedReason }) => revokedReason,
    );
    expect(new Set(reasons)).toEqual(new Set([null]));
  });

  it('never takes room from somebody else', async () => {
    const neighbour = await onDevices(10);
    const devices = await onDevices(10);
    await signIn(server, first(devices).email);
    expect(await live(first(neighbour))).toHaveLength(10);
  });

  it('has exactly ten, the ones used last, when sign-ins come at once', async () => {
    for (let round = 0; round < 8; round++) {
      const devices = await onDevices(9);
      server.clock.advance(MINUTE);
      const signedIn = await Promise.all(
        Array.from({ length: 5 }, () => signIn(server, first(devices).email)),
      );
      expect(signedIn.flatMap(({ userErrors }) => userErrors)).toEqual([]);
      const kept = [...devices.slice(4), ...signedIn].map(({ accessToken }) => claimsIn(accessToken)['sid']);
      expect((await live(first(devices))).toSorted()).toEqual(kept.map(String).toSorted());
      const reasons = (await storedSessions(server, first(devices).id))
        .filter(({ isLive }) => !isLive)
        .map(({ revokedReason }) => revokedReason);
      expect(reasons).toEqual(['LIMIT_REACHED', 'LIMIT_REACHED', 'LIMIT_REACHED', 'LIMIT_REACHED']);
    }
  });

  it('is left as they were by a sign-in that is refused', async () => {
    const devices = await onDevices(10);
    const { userErrors } = await signIn(server, first(devices).email, 'Wrong-Horse-7-Battery');
    expect(userErrors[0]?.code).toBe('INVALID_CREDENTIALS');
    expect(await live(first(devices))).toHaveLength(10);
  });
});
