import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { forgetUnfinishedSignIns } from '../../../src/auth/providers/forget-unfinished-sign-ins.js';
import { MINUTE } from '../../../src/platform/clock.js';
import { startOidcIssuer, type OidcIssuer } from '../../support/oidc-issuer.js';
import { signUp } from '../../support/people.js';
import {
  claimsFor,
  present,
  registered,
  start,
  startServerTrusting,
  type ProviderAnswer,
} from '../../support/provider-sign-ins.js';
import type { TestServer } from '../../support/test-server.js';

describe('an id_token', () => {
  let issuer: OidcIssuer;
  let server: TestServer;
  beforeAll(async () => {
    issuer = await startOidcIssuer();
    server = await startServerTrusting(issuer);
  });
  afterAll(async () => {
    await server.stop();
    await issuer.stop();
  });

  async function tokenOf(claims: Record<string, unknown>): Promise<{ idToken: string; verifier: string }> {
    const { nonce, verifier } = await start(server);
    return { idToken: await issuer.sign(claimsFor(server, issuer, nonce, claims)), verifier };
  }

  const codesOf = (answers: ProviderAnswer[]) =>
    answers.map(({ userErrors }) => userErrors[0]?.code ?? 'OK').toSorted();

  const count = async (table: string) => {
    const row = await server.db.row(sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`);
    return row?.n;
  };

  it('opens one session, and none when it comes again', async () => {
    await registered(server, issuer, { sub: 'once' });
    const { idToken, verifier } = await tokenOf({ sub: 'once' });
    expect((await present(server, idToken, verifier)).userErrors).toEqual([]);
    const sessions = await count('sessions');
    const again = await present(server, idToken, verifier);
    expect(again).toMatchObject({
      accessToken: null,
      user: null,
      userErrors: [{ code: 'TOKEN_INVALID', field: 'idToken' }],
    });
    expect(await count('sessions')).toBe(sessions);
  });

  it('gives one registration token', async () => {
    const { idToken, verifier } = await tokenOf({});
    expect((await present(server, idToken, verifier)).registrationToken).not.toBeNull();
    expect((await present(server, idToken, verifier)).registrationToken).toBeNull();
  });

  it('opens one session, however many bring it at once', async () => {
    await registered(server, issuer, { sub: 'parallel' });
    const { idToken, verifier } = await tokenOf({ sub: 'parallel' });
    const sessions = await count('sessions');
    const answers = await Promise.all(Array.from({ length: 10 }, () => present(server, idToken, verifier)));
    expect(codesOf(answers)).toEqual(['OK', ...Array<string>(9).fill('TOKEN_INVALID')]);
    expect(await count('sessions')).toBe(Number(sessions) + 1);
  });

  it('does not stand for another one of the same nonce', async () => {
    const { nonce, verifier } = await start(server);
    const [first, second] = [
      await issuer.sign(claimsFor(server, issuer, nonce)),
      await issuer.sign(claimsFor(server, issuer, nonce)),
    ];
    expect((await present(server, first, verifier)).userErrors).toEqual([]);
    expect((await present(server, second, verifier)).userErrors).toMatchObject([{ code: 'TOKEN_INVALID' }]);
  });

  it('links an identity once, however many sign-ins with it come first at once', async () => {
    const { email, id } = await signUp(server, 'CANDIDATE');
    const tokens = await Promise.all(Array.from({ length: 6 }, () => tokenOf({ sub: 'eager', email })));
    const answers = await Promise.all(
      tokens.map(({ idToken, verifier }) => present(server, idToken, verifier)),
    );
    expect(answers.map(({ user, userErrors }) => ({ id: user?.id, userErrors }))).toEqual(
      answers.map(() => ({ id, userErrors: [] })),
    );
    const identities = await server.db.rows(sql`
      select id from provider_identities where provider = ${issuer.issuer} and subject = 'eager'`);
    expect(identities).toHaveLength(1);
    const handedOver = await server.db.rows(sql`
      select a.id from audit_log a join users u on u.id = a.subject_id where u.email = ${email}`);
    expect(handedOver).toHaveLength(1);
  });

  it('links an identity to one account, also when it comes with the addresses of two at once', async () => {
    for (let round = 0; round < 5; round++) {
      const people = [await signUp(server, 'CANDIDATE'), await signUp(server, 'CANDIDATE')];
      const sub = `two-addresses-${round}`;
      const tokens = await Promise.all(people.map(({ email }) => tokenOf({ sub, email })));
      const answers = await Promise.all(
        tokens.map(({ idToken, verifier }) => present(server, idToken, verifier)),
      );
      expect(codesOf(answers)).toEqual(['OK', 'OK']);
      expect(new Set(answers.map(({ user }) => user?.id)).size).toBe(1);
      expect(people.map(({ id }) => id)).toContain(answers[0]?.user?.id);
    }
  });

  it('must come within 10 minutes of the start, however young it is', async () => {
    const { nonce, verifier } = await start(server);
    server.clock.advance(10 * MINUTE);
    const late = await issuer.sign(claimsFor(server, issuer, nonce));
    expect((await present(server, late, verifier)).userErrors).toMatchObject([
      { code: 'TOKEN_INVALID', field: 'idToken' },
    ]);

    const next = await start(server);
    server.clock.advance(9 * MINUTE);
    const inTime = await issuer.sign(claimsFor(server, issuer, next.nonce));
    expect((await present(server, inTime, next.verifier)).userErrors).toEqual([]);
  });

  it('leaves no verifier in the database', async () => {
    const { verifier } = await start(server);
    const rows = await server.db.rows(sql<{ text: string }>`select p::text as text from provider_sign_ins p`);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ text }) => text.includes(verifier))).toEqual([]);
  });

  it('leaves nothing behind, nor does a sign-in that is never finished', async () => {
    const abandoned = await start(server);
    server.clock.advance(9 * MINUTE);
    const { nonce } = await start(server);
    server.clock.advance(MINUTE);
    await forgetUnfinishedSignIns(server.db, server.clock.now());
    const left = await server.db.rows(sql<{ nonce: string }>`select nonce from provider_sign_ins`);
    expect(left).toEqual([{ nonce }]);
    expect(abandoned.nonce).not.toBe(nonce);
  });
});
