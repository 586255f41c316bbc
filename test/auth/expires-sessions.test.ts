import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { DAY, HOUR } from '../../src/platform/clock.js';
import { claimsIn, holds, refresh, rotated, sessionOf } from '../support/accounts.js';
import { contentsOf } from '../support/database-contents.js';
import { signUp } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const SECOND = 1000;

describe('a session', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  /** Moves the clock to an instant. */
  const moveTo = (instant: number) => server.clock.advance(instant - server.clock.now().getTime());

  it('can be taken up again until just before 7 days without use', async () => {
    const { refreshToken } = await signUp(server, 'CANDIDATE');
    server.clock.advance(7 * DAY - 10 * SECOND);
    expect((await refresh(server, refreshToken)).userErrors).toEqual([]);
  });

  it('is over after 7 days without use, and nothing changes by trying', async () => {
    const { refreshToken, accessToken } = await signUp(server, 'CANDIDATE');
    server.clock.advance(7 * DAY + SECOND);
    const before = await contentsOf(server.db);
    expect((await refresh(server, refreshToken)).userErrors).toEqual([
      {
        code: 'TOKEN_EXPIRED',
        field: 'refreshToken',
        message: 'The refresh token has expired. Sign in again.',
      },
    ]);
    expect(await holds(server, accessToken)).toBe(false);
    expect(await contentsOf(server.db)).toEqual(before);
  });

  it('lasts another 7 days from each use', async () => {
    let { refreshToken } = await signUp(server, 'CANDIDATE');
    for (let use = 0; use < 3; use++) {
      server.clock.advance(7 * DAY - HOUR);
      ({ refreshToken } = await rotated(server, refreshToken));
    }
    const { idleExpiresAt, lastUsedAt } = await sessionOf(server, refreshToken);
    expect(idleExpiresAt.getTime() - lastUsedAt.getTime()).toBe(7 * DAY);
    expect(claimsIn(refreshToken).exp).toBe(Math.floor(idleExpiresAt.getTime() / 1000));
    server.clock.advance(7 * DAY + SECOND);
    expect((await refresh(server, refreshToken)).userErrors[0]?.code).toBe('TOKEN_EXPIRED');
  });

  it('is over after 60 days however busy it was, with all its tokens', async () => {
    let { refreshToken, accessToken } = await signUp(server, 'CANDIDATE');
    const { createdAt, absoluteExpiresAt } = await sessionOf(server, refreshToken);
    const end = createdAt.getTime() + 60 * DAY;
    expect(absoluteExpiresAt.getTime()).toBe(end);

    for (let day = 6; day < 60; day += 6) {
      moveTo(createdAt.getTime() + day * DAY);
      ({ refreshToken, accessToken } = await rotated(server, refreshToken));
    }
    moveTo(end - HOUR);
    ({ refreshToken, accessToken } = await rotated(server, refreshToken));
    expect((await sessionOf(server, refreshToken)).idleExpiresAt.getTime()).toBe(end);
    expect(claimsIn(refreshToken).exp).toBe(Math.floor(end / 1000));
    expect(claimsIn(accessToken).exp).toBe(Math.floor(end / 1000));

    moveTo(end - 10 * SECOND);
    expect(await holds(server, accessToken)).toBe(true);
    moveTo(end + SECOND);
    expect(await holds(server, accessToken)).toBe(false);
    expect((await refresh(server, refreshToken)).userErrors[0]?.code).toBe('TOKEN_EXPIRED');
  });

  it.each(['idle_expires_at', 'absolute_expires_at'])(
    'is over when its %s says so, whatever its tokens say',
    async (column) => {
      const { refreshToken, accessToken } = await signUp(server, 'CANDIDATE');
      const { id } = await sessionOf(server, refreshToken);
      const past = new Date(server.clock.now().getTime() - 1);
      await server.db.rows(sql`update sessions set ${sql.ref(column)} = ${past} where id = ${id}`);
      const before = await contentsOf(server.db);
      expect(await holds(server, accessToken)).toBe(false);
      expect((await refresh(server, refreshToken)).userErrors[0]?.code).toBe('SESSION_ENDED');
      expect(await contentsOf(server.db)).toEqual(before);
    },
  );

  it('that has expired is not revoked by an old token of it', async () => {
    const { refreshToken } = await signUp(server, 'CANDIDATE');
    await rotated(server, refreshToken);
    server.clock.advance(8 * DAY);
    expect((await refresh(server, refreshToken)).userErrors[0]?.code).toBe('TOKEN_EXPIRED');
    expect((await sessionOf(server, refreshToken)).revokedAt).toBeNull();
  });
});
