import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import {
  applicant,
  clientAt,
  holds,
  refresh,
  rotated,
  signIn,
  SIGN_UP,
  trySignUp,
} from '../support/accounts.js';
import { PASSWORD } from '../support/people.js';
import { post } from '../support/raw-request.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { whileWritesFail } from '../support/while-writes-fail.js';

const EMAIL = 'Very.Secret+Person@Example.org';
const WRONG_PASSWORD = 'Wrong-Horse-8-Battery';

describe('the log', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer();
  });
  afterEach(() => server.stop());

  function expectNoneOf(secrets: (string | null)[]): void {
    expect(server.logLines.length).toBeGreaterThan(0);
    const log = server.logLines.join('\n').toLowerCase();
    const found = secrets.filter((secret) => secret !== null && log.includes(secret.toLowerCase()));
    expect(found).toEqual([]);
    expect(log).not.toMatch(/\$2[aby]\$|eyj[\w-]{20}/);
  }

  it('has no e-mail address, password or token of a session from sign-up to sign-out', async () => {
    const signedUp = await trySignUp(server, applicant({ email: EMAIL }));
    const signedIn = await signIn(server, EMAIL);
    const next = await rotated(server, `${signedIn.refreshToken}`);
    await signIn(server, EMAIL, WRONG_PASSWORD);
    await signIn(server, 'nobody.at.all@example.org', WRONG_PASSWORD);
    await trySignUp(server, applicant({ email: EMAIL.toLowerCase() }));
    await trySignUp(server, applicant({ email: 'short.password@example.org', password: 'Short-1' }));
    await refresh(server, `${signedUp.refreshToken}x`);
    await holds(server, next.accessToken);
    await clientAt(server).signedIn(next.accessToken).data('mutation { signOut { success } }');
    expect(await holds(server, next.accessToken)).toBe(false);
    await refresh(server, next.refreshToken);

    expectNoneOf([
      EMAIL,
      'nobody.at.all@example.org',
      'short.password@example.org',
      PASSWORD,
      WRONG_PASSWORD,
      'Short-1',
      signedUp.accessToken,
      signedUp.refreshToken,
      signedIn.accessToken,
      signedIn.refreshToken,
      next.accessToken,
      next.refreshToken,
    ]);
    // Each of them left its line all the same.
    expect(server.logLines.length).toBeGreaterThanOrEqual(12);
  });

  it('has none of it when the request itself is wrong', async () => {
    const client = clientAt(server);
    await client.send(SIGN_UP, { input: { email: EMAIL, password: PASSWORD, role: 'KING' } });
    await client.send(
      `mutation { signIn(input: { email: "${EMAIL}", password: "${PASSWORD}", nope: 1 }) { nope } }`,
    );
    await client.send(SIGN_UP, { input: { ...applicant({ email: `${EMAIL}\0` }), password: PASSWORD } });
    await post(server, `{"query": "${EMAIL} ${PASSWORD}`);
    await post(server, JSON.stringify({ query: 'query A { ping }', operationName: `${EMAIL} ${PASSWORD}` }));
    await client.with({ authorization: `Bearer ${PASSWORD}` }).send('{ ping }');
    expectNoneOf([EMAIL, PASSWORD]);
  });

  it.each(['users', 'candidates', 'sessions'])(
    'has none of it when signing up fails because %s cannot be written',
    async (table) => {
      const { errors } = await whileWritesFail(server.db, table, () =>
        clientAt(server).send(SIGN_UP, { input: applicant({ email: EMAIL }) }),
      );
      expect(errors?.[0]?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
      expect(server.logLines.join()).toContain(`a secret of the table ${table}`);
      expectNoneOf([EMAIL, PASSWORD]);
    },
  );

  it('has none of it when signing in fails because the tables are gone', async () => {
    await trySignUp(server, applicant({ email: EMAIL }));
    await server.db.rows(sql<object>`drop table users cascade`);
    await clientAt(server).send(
      'mutation ($input: SignInInput!) { signIn(input: $input) { accessToken userErrors { code } } }',
      { input: { email: EMAIL, password: PASSWORD } },
    );
    expect(server.logLines.join()).toContain('does not exist');
    expectNoneOf([EMAIL, PASSWORD]);
  });

  it('has none of it when a constraint nobody expected is in the way', async () => {
    await server.db.rows(sql<object>`
      create unique index only_one_of_a_name on users (first_name, (email is not null))`);
    await trySignUp(server, applicant({ email: 'first@example.org' }));
    const { errors } = await clientAt(server).send(SIGN_UP, { input: applicant({ email: EMAIL }) });
    expect(errors?.[0]?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
    await server.db.rows(sql<object>`drop index only_one_of_a_name`);
    await server.db.rows(
      sql<object>`alter table users add constraint no_example check (email not like '%+%')`,
    );
    await clientAt(server).send(SIGN_UP, { input: applicant({ email: EMAIL, firstName: 'Another' }) });
    expect(server.logLines.join()).toContain('no_example');
    expectNoneOf([EMAIL, PASSWORD, 'first@example.org']);
  });
});
