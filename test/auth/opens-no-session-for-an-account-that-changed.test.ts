import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import { endSessionsOf } from '../../src/auth/end-sessions-of.js';
import { SessionEnd } from '../../src/auth/session.entity.js';
import { executeIn } from '../../src/platform/database/database.js';
import { signIn, type SessionAnswer } from '../support/accounts.js';
import { startOidcIssuer, type OidcIssuer } from '../support/oidc-issuer.js';
import { storedSessions } from '../support/own-sessions.js';
import { signUp, type Person } from '../support/people.js';
import { registered, signInAt, startServerTrusting } from '../support/provider-sign-ins.js';
import type { TestServer } from '../support/test-server.js';
import { untilSomebodyWaits } from '../support/until-somebody-waits.js';
import { uuidIn } from '../support/uuid-in.js';

describe('a sign-in', () => {
  let server: TestServer;
  let issuer: OidcIssuer;
  beforeAll(async () => {
    issuer = await startOidcIssuer();
    server = await startServerTrusting(issuer);
  });
  afterAll(async () => {
    await server.stop();
    await issuer.stop();
  });

  const CHANGES: Record<string, RawBuilder<object>> = {
    'password was changed': sql`password_hash = 'another'`,
    'account was handed over': sql`password_hash = null`,
    'account was deactivated': sql`is_active = false`,
  };

  const liveOf = async ({ id }: Pick<Person, 'id'>) =>
    (await storedSessions(server, id)).filter(({ isLive }) => isLive);

  /** What acts do that end all sessions: change the account, then end them, in one transaction. */
  async function changeAccount(em: EntityManager, id: string, change: RawBuilder<object>): Promise<void> {
    await executeIn(em, sql`update users set ${change} where id = ${uuidIn(id)}`);
    await endSessionsOf(em, uuidIn(id), SessionEnd.PASSWORD_CHANGED, server.clock.now());
  }

  /** Has a sign-in find the account as it was, and come to open its session only after the change is committed. */
  async function overtakenBy(
    id: string,
    attempt: () => Promise<SessionAnswer>,
    change: (em: EntityManager) => Promise<void>,
  ): Promise<SessionAnswer | undefined> {
    let answer: Promise<SessionAnswer> | undefined;
    await server.db.transaction(async (em) => {
      await executeIn(em, sql`select from users where id = ${uuidIn(id)} for no key update`);
      answer = attempt();
      await untilSomebodyWaits(server);
      await change(em);
    });
    return answer;
  }

  it.each([
    ['password was changed', 'INVALID_CREDENTIALS'],
    ['account was handed over', 'INVALID_CREDENTIALS'],
    ['account was deactivated', 'ACCOUNT_DEACTIVATED'],
  ])('is refused when the %s after its password was compared', async (what, code) => {
    const person = await signUp(server, 'CANDIDATE');
    const answer = await overtakenBy(
      person.id,
      () => signIn(server, person.email),
      (em) => changeAccount(em, person.id, CHANGES[what] ?? sql``),
    );
    expect(answer).toMatchObject({ accessToken: null, refreshToken: null, userErrors: [{ code }] });
    expect(await liveOf(person)).toEqual([]);
  });

  it('is refused when the user was deleted after its password was compared', async () => {
    const person = await signUp(server, 'CANDIDATE');
    const answer = await overtakenBy(
      person.id,
      () => signIn(server, person.email),
      async (em) => {
        await executeIn(em, sql`delete from users where id = ${uuidIn(person.id)}`);
      },
    );
    expect(answer?.userErrors[0]?.code).toBe('INVALID_CREDENTIALS');
    expect(await storedSessions(server, person.id)).toEqual([]);
  });

  it('goes on when it had to wait for a change that did not concern it', async () => {
    const person = await signUp(server, 'CANDIDATE');
    const answer = await overtakenBy(
      person.id,
      () => signIn(server, person.email),
      (em) => changeAccount(em, person.id, sql`first_name = 'Awa'`),
    );
    expect(answer?.userErrors).toEqual([]);
    expect(await liveOf(person)).toHaveLength(1);
  });

  it.each(Object.keys(CHANGES))(
    'that races with others and with the end of all sessions because the %s leaves none, 40 times',
    async (what) => {
      for (let round = 0; round < 40; round++) {
        const person = await signUp(server, 'CANDIDATE');
        const attempts = Array.from({ length: 3 }, () => signIn(server, person.email));
        // Sometimes before the passwords are compared, sometimes in the middle, sometimes after.
        await new Promise((resolve) => setTimeout(resolve, round % 20));
        await server.db.transaction((em) => changeAccount(em, person.id, CHANGES[what] ?? sql``));
        await Promise.all(attempts);
        expect(await liveOf(person)).toEqual([]);
      }
    },
    60_000,
  );

  it('with a provider is refused when the account was deactivated meanwhile', async () => {
    const subject = 'deactivated-meanwhile';
    const { user } = await registered(server, issuer, { sub: subject });
    const id = `${user?.id}`;
    const answer = await overtakenBy(
      id,
      () => signInAt(server, issuer, { sub: subject }),
      (em) => changeAccount(em, id, sql`is_active = false`),
    );
    expect(answer?.userErrors[0]?.code).toBe('ACCOUNT_DEACTIVATED');
    expect(await liveOf({ id })).toEqual([]);
  });

  it('with a provider is refused when its identity was taken from the account meanwhile', async () => {
    const subject = 'taken-meanwhile';
    const { user } = await registered(server, issuer, { sub: subject });
    const id = `${user?.id}`;
    const answer = await overtakenBy(
      id,
      () => signInAt(server, issuer, { sub: subject, email: undefined, email_verified: undefined }),
      async (em) => {
        await changeAccount(em, id, sql`password_hash = null`);
        await executeIn(em, sql`delete from provider_identities where user_id = ${uuidIn(id)}`);
      },
    );
    expect(answer?.userErrors[0]?.code).toBe('PROVIDER_EMAIL_UNVERIFIED');
    expect(await liveOf({ id })).toEqual([]);
  });
});
