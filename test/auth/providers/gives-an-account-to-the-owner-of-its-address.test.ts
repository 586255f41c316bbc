import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { holds, refresh, sessionOf, setActive, signIn } from '../../support/accounts.js';
import { insertRows } from '../../support/insert-rows.js';
import { startOidcIssuer, type OidcIssuer } from '../../support/oidc-issuer.js';
import { signUp, type Person } from '../../support/people.js';
import { present, signInAt, start, startServerTrusting, claimsFor } from '../../support/provider-sign-ins.js';
import { tableDigests } from '../../support/table-digests.js';
import type { TestServer } from '../../support/test-server.js';
import { uuidIn } from '../../support/uuid-in.js';
import { whileWritesFail } from '../../support/while-writes-fail.js';

describe('an address the provider has verified', () => {
  let issuer: OidcIssuer;
  let other: OidcIssuer;
  let server: TestServer;
  beforeAll(async () => {
    issuer = await startOidcIssuer();
    other = await startOidcIssuer();
    server = await startServerTrusting(issuer, other);
  });
  afterAll(async () => {
    await server.stop();
    await issuer.stop();
    await other.stop();
  });

  /** Somebody with a password who has shown that the address is theirs. */
  async function verifiedPerson(role: 'CANDIDATE' | 'EMPLOYER' = 'CANDIDATE'): Promise<Person> {
    const person = await signUp(server, role);
    await server.db.rows(sql`update users set email_verified_at = now() where email = ${person.email}`);
    return person;
  }

  const userOf = (person: Person) =>
    server.db.row(sql<{ hasPassword: boolean; isVerified: boolean; role: string }>`
      select password_hash is not null as "hasPassword", email_verified_at is not null as "isVerified", role
      from users where id = ${uuidIn(person.id)}`);

  const identitiesOf = (person: Person) =>
    server.db.rows(sql`
      select provider, subject from provider_identities where user_id = ${uuidIn(person.id)} order by subject`);

  const auditOf = (person: Person) =>
    server.db.rows(sql`
      select action, details, actor_user_id as actor from audit_log where subject_id = ${uuidIn(person.id)}`);

  const notificationsOf = (person: Person) =>
    server.db.rows(sql`select type, payload from notifications where user_id = ${uuidIn(person.id)}`);

  it.each([
    ['as it is', (email: string) => email],
    ['in another case', (email: string) => email.toUpperCase()],
  ])('opens the account that has it, %s, and links the two', async (_how, written) => {
    const person = await verifiedPerson('EMPLOYER');
    const sub = `of ${written(person.email)}`;
    const answer = await signInAt(server, issuer, { sub, email: written(person.email) });
    expect(answer).toMatchObject({
      user: { id: person.id, email: person.email, role: 'EMPLOYER' },
      registrationToken: null,
      userErrors: [],
    });
    expect(await identitiesOf(person)).toEqual([{ provider: issuer.issuer, subject: sub }]);
    expect(await auditOf(person)).toEqual([
      { action: 'PROVIDER_LINKED', details: { provider: issuer.issuer }, actor: null },
    ]);
    expect(await notificationsOf(person)).toEqual([
      { type: 'SYSTEM', payload: { event: 'PROVIDER_LINKED', provider: issuer.issuer } },
    ]);
    // From now on the identity is enough.
    expect(await signInAt(server, issuer, { sub, email: undefined })).toMatchObject({
      user: { id: person.id },
      userErrors: [],
    });
    expect(await auditOf(person)).toHaveLength(1);
  });

  it('leaves password and sessions to an account that had shown it before', async () => {
    const person = await verifiedPerson();
    await signInAt(server, issuer, { email: person.email });
    expect(await userOf(person)).toEqual({ hasPassword: true, isVerified: true, role: 'CANDIDATE' });
    expect(await holds(server, person.accessToken)).toBe(true);
    expect((await signIn(server, person.email)).userErrors).toEqual([]);
  });

  it('links one account to identities of several providers', async () => {
    const person = await verifiedPerson();
    await signInAt(server, issuer, { sub: 'one', email: person.email });
    await signInAt(server, other, { sub: 'two', email: person.email }, { provider: 'test1' });
    expect(await identitiesOf(person)).toEqual([
      { provider: issuer.issuer, subject: 'one' },
      { provider: other.issuer, subject: 'two' },
    ]);
  });

  it('is of no use to the same subject of another provider', async () => {
    const person = await verifiedPerson();
    await signInAt(server, issuer, { sub: 'shared', email: person.email });
    const stranger = await signInAt(server, other, { sub: 'shared' }, { provider: 'test1' });
    expect([stranger.user, typeof stranger.registrationToken]).toEqual([null, 'string']);
  });

  it('does not open an account that was deactivated, nor link it', async () => {
    const person = await signUp(server, 'CANDIDATE');
    await setActive(server, person.email, false);
    const { nonce, verifier } = await start(server);
    const idToken = await issuer.sign(claimsFor(server, issuer, nonce, { email: person.email }));
    const before = await tableDigests(server.db);
    const { userErrors } = await present(server, idToken, verifier);
    expect(userErrors).toMatchObject([{ code: 'ACCOUNT_DEACTIVATED' }]);
    expect(await tableDigests(server.db)).toEqual(before);
  });

  describe('of an account that never showed it', () => {
    /** Somebody made an account with an address of somebody else, and all they could come back with. */
    async function hijacker(): Promise<Person & { elsewhere: string | null }> {
      const person = await signUp(server, 'CANDIDATE');
      const elsewhere = await signIn(server, person.email);
      const underWay = {
        created_at: new Date(),
        user_id: uuidIn(person.id),
        expires_at: new Date(Date.now() + 3_600_000),
      };
      await insertRows(server.db, 'email_confirmations', [
        { ...underWay, id: uuidv7(), token_hash: uuidv7(), email: 'hijacker@example.org' },
      ]);
      await insertRows(server.db, 'password_resets', [{ ...underWay, id: uuidv7(), token_hash: uuidv7() }]);
      await insertRows(server.db, 'provider_identities', [
        {
          id: uuidv7(),
          created_at: new Date(),
          user_id: uuidIn(person.id),
          provider: other.issuer,
          subject: `hijacker-${person.id}`,
        },
      ]);
      return { ...person, elsewhere: elsewhere.refreshToken };
    }

    it('makes the account its own, and ends every way back for whoever made it', async () => {
      const person = await hijacker();
      const answer = await signInAt(server, issuer, { sub: `owner-${person.id}`, email: person.email });
      expect(answer).toMatchObject({ user: { id: person.id }, userErrors: [] });
      expect(await userOf(person)).toEqual({ hasPassword: false, isVerified: true, role: 'CANDIDATE' });

      expect(await holds(server, answer.accessToken)).toBe(true);
      expect(await holds(server, person.accessToken)).toBe(false);
      for (const token of [person.refreshToken, person.elsewhere]) {
        expect((await refresh(server, token)).userErrors).toMatchObject([{ code: 'SESSION_ENDED' }]);
        expect((await sessionOf(server, token)).revokedReason).toBe('PASSWORD_CHANGED');
      }
      expect((await signIn(server, person.email)).userErrors).toMatchObject([
        { code: 'INVALID_CREDENTIALS' },
      ]);
      expect(await identitiesOf(person)).toEqual([
        { provider: issuer.issuer, subject: `owner-${person.id}` },
      ]);
      for (const table of ['email_confirmations', 'password_resets']) {
        const left = await server.db.rows(sql`
          select id from ${sql.table(table)} where user_id = ${uuidIn(person.id)}`);
        expect(left).toEqual([]);
      }
    });

    it('has it recorded', async () => {
      const person = await hijacker();
      await signInAt(server, issuer, { email: person.email });
      expect(await auditOf(person)).toEqual([
        { action: 'ACCOUNT_HANDED_OVER', details: { provider: issuer.issuer }, actor: null },
      ]);
    });

    it.each(['users', 'provider_identities', 'audit_log', 'notifications', 'sessions'])(
      'changes nothing when %s cannot be written',
      async (table) => {
        const person = await hijacker();
        const { nonce, verifier } = await start(server);
        const idToken = await issuer.sign(claimsFor(server, issuer, nonce, { email: person.email }));
        const before = await tableDigests(server.db);
        const failed = whileWritesFail(server.db, table, () => present(server, idToken, verifier));
        await expect(failed).rejects.toThrow('INTERNAL_SERVER_ERROR');
        expect(await tableDigests(server.db)).toEqual(before);
        // Nor is the id_token used up by it.
        expect((await present(server, idToken, verifier)).userErrors).toEqual([]);
      },
    );

    it('touches nobody else', async () => {
      const [person, bystander] = [await hijacker(), await hijacker()];
      await signInAt(server, issuer, { email: person.email });
      expect(await userOf(bystander)).toMatchObject({ hasPassword: true, isVerified: false });
      expect(await holds(server, bystander.accessToken)).toBe(true);
      expect(await identitiesOf(bystander)).toHaveLength(1);
    });
  });
});
