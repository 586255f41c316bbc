import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decode } from 'jsonwebtoken';
import { claimsIn, clientAt, holds, refresh, rotated, sessionOf, SIGN_OUT } from '../support/accounts.js';
import { contentsOf } from '../support/database-contents.js';
import { signUp } from '../support/people.js';
import { startTestServer, TEST_SECRET, type TestServer } from '../support/test-server.js';

const NEW_SECRET = 'Qw7xT2vB9nM4kLpZ8sRdF6gHjY3cVeUa';

describe('replacing the secret', () => {
  /** Three processes on one database: before, after, and after it was forgotten. */
  let before: TestServer;
  let after: TestServer;
  let forgotten: TestServer;
  beforeAll(async () => {
    before = await startTestServer({ env: { AUTH_SECRET: TEST_SECRET, AUTH_SECRET_PREVIOUS: NEW_SECRET } });
    const { databaseUrl } = before;
    after = await startTestServer({
      databaseUrl,
      env: { AUTH_SECRET: NEW_SECRET, AUTH_SECRET_PREVIOUS: TEST_SECRET },
    });
    forgotten = await startTestServer({ databaseUrl, env: { AUTH_SECRET: NEW_SECRET } });
  });
  afterAll(async () => {
    await forgotten.stop();
    await after.stop();
    await before.stop();
  });

  const kidOf = (token: string) => decode(token, { complete: true })?.header.kid;

  it('signs nobody out: access tokens and refresh tokens of before go on', async () => {
    const { accessToken, refreshToken } = await signUp(before, 'CANDIDATE');
    expect(await holds(after, accessToken)).toBe(true);
    const next = await rotated(after, refreshToken);
    expect(await holds(after, next.accessToken)).toBe(true);
    expect((await sessionOf(after, refreshToken)).revokedAt).toBeNull();
  });

  it('signs new tokens with the new secret, from the first refresh on', async () => {
    const { accessToken, refreshToken } = await signUp(before, 'CANDIDATE');
    const next = await rotated(after, refreshToken);
    expect(kidOf(accessToken)).toBe(kidOf(refreshToken));
    expect(kidOf(next.accessToken)).not.toBe(kidOf(accessToken));
    expect(kidOf(next.refreshToken)).toBe(kidOf(next.accessToken));
    expect(await holds(forgotten, next.accessToken)).toBe(true);
    expect((await refresh(forgotten, next.refreshToken)).userErrors).toEqual([]);
  });

  it('names secrets by an id that gives nothing of them away', async () => {
    const { accessToken } = await signUp(before, 'CANDIDATE');
    expect(kidOf(accessToken)).toMatch(/^[\w-]{11}$/);
    expect(TEST_SECRET).not.toContain(kidOf(accessToken));
  });

  it.each([
    { rotatedBy: 'before', repeatedBy: 'after' },
    { rotatedBy: 'after', repeatedBy: 'before' },
    { rotatedBy: 'after', repeatedBy: 'after' },
  ])(
    'between a rotation ($rotatedBy) and its repeat ($repeatedBy) keeps the successor',
    async ({ rotatedBy, repeatedBy }) => {
      const servers: Record<string, TestServer> = { before, after };
      const [one, other] = [servers[rotatedBy] ?? before, servers[repeatedBy] ?? before];
      const { refreshToken } = await signUp(before, 'CANDIDATE');
      const first = await rotated(one, refreshToken);
      const again = await rotated(other, refreshToken);
      expect(again.refreshToken).toBe(first.refreshToken);
      expect(await holds(other, again.accessToken)).toBe(true);
      expect((await refresh(other, again.refreshToken)).userErrors).toEqual([]);
    },
  );

  it('lets 20 parallel refreshes on both sides of it have one successor', async () => {
    const { refreshToken } = await signUp(before, 'CANDIDATE');
    const { refreshTokenHash } = await sessionOf(before, refreshToken);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => rotated(index % 2 ? before : after, refreshToken)),
    );
    expect(new Set(answers.map((answer) => answer.refreshToken)).size).toBe(1);
    expect(await sessionOf(before, refreshToken)).toMatchObject({
      previousRefreshTokenHash: refreshTokenHash,
      revokedAt: null,
    });
  });

  it('lets signOut on one side end the session on the other', async () => {
    const { accessToken, refreshToken } = await signUp(before, 'CANDIDATE');
    await clientAt(after).signedIn(accessToken).data(SIGN_OUT);
    expect(await holds(before, accessToken)).toBe(false);
    expect((await refresh(before, refreshToken)).userErrors[0]?.code).toBe('SESSION_ENDED');
  });

  it('does not make theft of an old token less', async () => {
    const { refreshToken } = await signUp(before, 'CANDIDATE');
    const { refreshToken: successor } = await rotated(before, refreshToken);
    await rotated(after, successor);
    expect((await refresh(after, refreshToken)).userErrors[0]?.code).toBe('TOKEN_REUSED');
    expect((await sessionOf(after, refreshToken)).revokedReason).toBe('TOKEN_REUSED');
  });

  it('makes tokens of the old one worthless once it is forgotten, and their session is left alone', async () => {
    const { accessToken, refreshToken } = await signUp(before, 'CANDIDATE');
    const contents = await contentsOf(before.db);
    expect(await holds(forgotten, accessToken)).toBe(false);
    expect((await refresh(forgotten, refreshToken)).userErrors[0]?.code).toBe('TOKEN_INVALID');
    expect(await contentsOf(before.db)).toEqual(contents);
    expect(claimsIn(refreshToken)['sid']).toBe((await sessionOf(before, refreshToken)).id);
  });
});
