import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import { executeIn } from '../../src/platform/database/database.js';
import { holds, refresh, sessionOf, setActive, SIGN_OUT } from '../support/accounts.js';
import { signUp } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { untilSomebodyWaits } from '../support/until-somebody-waits.js';

const ROUNDS = 200;

describe('a refresh racing with the end of its session', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  it(`never wins against signOut, ${ROUNDS} times`, async () => {
    const endings = new Set<string>();
    for (let round = 0; round < ROUNDS; round++) {
      const { client, refreshToken, accessToken } = await signUp(server, 'CANDIDATE');
      const racers = [
        () => refresh(server, refreshToken),
        () => client.data<{ signOut: { success: boolean } }>(SIGN_OUT),
        () => refresh(server, refreshToken),
      ];
      // Who is sent first changes, so that both orders happen.
      const [first, second, third] = await Promise.all(
        [...racers.slice(round % 3), ...racers.slice(0, round % 3)].map((race) => race()),
      );
      expect([first, second, third]).toContainEqual({ signOut: { success: true } });

      expect(await sessionOf(server, refreshToken)).toMatchObject({
        revokedAt: expect.any(Date),
        revokedReason: 'SIGNED_OUT',
      });
      expect(await holds(server, accessToken)).toBe(false);
      for (const answer of [first, second, third]) {
        if (!answer || !('refreshToken' in answer)) continue;
        endings.add(answer.userErrors[0]?.code ?? 'OK');
        if (answer.userErrors.length > 0) continue;
        expect(await holds(server, answer.accessToken)).toBe(false);
        expect((await refresh(server, answer.refreshToken)).userErrors[0]?.code).toBe('SESSION_ENDED');
      }
    }
    for (const ending of endings) expect(['OK', 'SESSION_ENDED']).toContain(ending);
  }, 120_000);

  /** Has a refresh read the session while `change` is not committed yet, and write only after it is. */
  async function refreshOvertakenBy(change: (id: string) => RawBuilder<object>) {
    const { refreshToken } = await signUp(server, 'CANDIDATE');
    const before = await sessionOf(server, refreshToken);
    let answer: ReturnType<typeof refresh> | undefined;
    await server.db.transaction(async (em: EntityManager) => {
      await executeIn(em, change(before.id));
      answer = refresh(server, refreshToken);
      await untilSomebodyWaits(server);
    });
    return { before, answer: await answer, after: await sessionOf(server, refreshToken) };
  }

  it.each([
    ['is revoked', sql`revoked_at = now(), revoked_reason = 'REVOKED'`],
    ['expires', sql`idle_expires_at = now() - interval '1 day'`],
    ['reaches its end', sql`absolute_expires_at = now() - interval '1 day'`],
  ])('comes too late when the session %s between its reading and its writing', async (_what, change) => {
    const { before, answer, after } = await refreshOvertakenBy(
      (id) => sql`update sessions set ${change} where id = ${id}`,
    );
    expect(answer?.userErrors[0]?.code).toBe('SESSION_ENDED');
    expect(after).toMatchObject({
      refreshTokenHash: before.refreshTokenHash,
      previousRefreshTokenHash: null,
      rotatedAt: null,
    });
  });

  it('gives no access that outlives a deactivation', async () => {
    for (let round = 0; round < 10; round++) {
      const { email, refreshToken } = await signUp(server, 'CANDIDATE');
      const [answer] = await Promise.all([refresh(server, refreshToken), setActive(server, email, false)]);
      if (answer.accessToken !== null) expect(await holds(server, answer.accessToken)).toBe(false);
      const later = await refresh(server, answer.refreshToken ?? refreshToken);
      expect(later.userErrors[0]?.code).toBe('ACCOUNT_DEACTIVATED');
    }
  });
});
