import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DAY } from '../../src/platform/clock.js';
import {
  claimsIn,
  clientAt,
  holds,
  refresh,
  REFRESH,
  rotated,
  sessionOf,
  type SessionAnswer,
} from '../support/accounts.js';
import { signUp } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

describe('refreshing', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  const newToken = async () => (await signUp(server, 'CANDIDATE')).refreshToken;

  it('answers the next pair of the same session, and the user', async () => {
    const { id, email, refreshToken } = await signUp(server, 'EMPLOYER');
    const answer = await refresh(server, refreshToken);
    expect(answer).toMatchObject({ user: { id, email, role: 'EMPLOYER' }, userErrors: [] });
    expect(answer.refreshToken).not.toBe(refreshToken);
    expect(claimsIn(answer.refreshToken)['sid']).toBe(claimsIn(refreshToken)['sid']);
    expect(claimsIn(answer.refreshToken).jti).not.toBe(claimsIn(refreshToken).jti);
    expect(await holds(server, answer.accessToken)).toBe(true);
  });

  it('replaces the hash of the token, and keeps the one before', async () => {
    const token = await newToken();
    const before = await sessionOf(server, token);
    await rotated(server, token);
    const after = await sessionOf(server, token);
    expect(after.refreshTokenHash).not.toBe(before.refreshTokenHash);
    expect(after.previousRefreshTokenHash).toBe(before.refreshTokenHash);
    expect(after.rotatedAt?.getTime()).toBeGreaterThan(before.createdAt.getTime());
  });

  it('remembers when and where the session was used last', async () => {
    const token = await newToken();
    server.clock.advance(DAY);
    const { refreshToken: answer } = await clientAt(server, '198.51.100.7').data<{
      refreshToken: SessionAnswer;
    }>(REFRESH, { input: { refreshToken: token } });
    expect(answer.userErrors).toEqual([]);
    const { ip, lastUsedAt, rotatedAt, idleExpiresAt, createdAt } = await sessionOf(server, token);
    expect(ip).toBe('198.51.100.7');
    expect(lastUsedAt.getTime() - createdAt.getTime()).toBeGreaterThanOrEqual(DAY);
    expect(rotatedAt).toEqual(lastUsedAt);
    expect(idleExpiresAt).toEqual(new Date(lastUsedAt.getTime() + 7 * DAY));
  });

  it('goes on from pair to pair', async () => {
    let token = await newToken();
    const seen = new Set([token]);
    for (let round = 0; round < 5; round++) {
      token = (await rotated(server, token)).refreshToken;
      seen.add(token);
    }
    expect(seen.size).toBe(6);
    expect((await sessionOf(server, token)).revokedAt).toBeNull();
  });

  it('leaves the access token of before alone', async () => {
    const { accessToken, refreshToken } = await signUp(server, 'CANDIDATE');
    await rotated(server, refreshToken);
    expect(await holds(server, accessToken)).toBe(true);
  });

  it('200 times at once with one token rotates it once and gives all the same answer', async () => {
    const { refreshToken, accessToken } = await signUp(server, 'CANDIDATE');
    const before = await sessionOf(server, refreshToken);
    const answers = await Promise.all(Array.from({ length: 200 }, () => refresh(server, refreshToken)));

    const [first] = answers;
    expect(first).toMatchObject({
      accessToken: expect.any(String),
      refreshToken: expect.any(String),
      userErrors: [],
    });
    for (const answer of answers) expect(answer).toEqual(first);

    const after = await sessionOf(server, refreshToken);
    // After a second rotation this would be the hash of a token in between.
    expect(after.previousRefreshTokenHash).toBe(before.refreshTokenHash);
    expect(after).toMatchObject({ revokedAt: null, revokedReason: null });
    expect(await holds(server, accessToken)).toBe(true);
    expect(await holds(server, first?.accessToken ?? null)).toBe(true);
    expect((await refresh(server, first?.refreshToken ?? null)).userErrors).toEqual([]);
  });

  it('goes on after rounds of parallel use: the one session, never signed out', async () => {
    let token = await newToken();
    for (let round = 0; round < 5; round++) {
      const answers = await Promise.all(Array.from({ length: 10 }, () => rotated(server, token)));
      expect(new Set(answers.map(({ refreshToken }) => refreshToken)).size).toBe(1);
      token = answers[0]?.refreshToken ?? '';
    }
    expect((await sessionOf(server, token)).revokedAt).toBeNull();
  });

  it('again within 30 seconds gives the very same answer, and rotates nothing', async () => {
    const token = await newToken();
    const first = await refresh(server, token);
    const after = await sessionOf(server, token);
    server.clock.advance(25_000);
    expect(await refresh(server, token)).toEqual(first);
    expect(await refresh(server, token)).toEqual(first);
    expect(await sessionOf(server, token)).toEqual(after);
  });

  it('again within 30 seconds leaves the successor good', async () => {
    const token = await newToken();
    const { refreshToken: successor } = await rotated(server, token);
    await rotated(server, token);
    expect((await refresh(server, successor)).userErrors).toEqual([]);
  });

  it('at the same moment gives two sessions of one user different successors', async () => {
    const [one, other] = [await newToken(), await newToken()];
    const [first, second] = await Promise.all([rotated(server, one), rotated(server, other)]);
    expect(first.refreshToken).not.toBe(second.refreshToken);
  });
});
