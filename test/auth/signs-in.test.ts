import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import {
  applicant,
  clientAt,
  holds,
  refresh,
  sessionOf,
  setActive,
  signIn,
  SIGN_IN,
  trySignUp,
} from '../support/accounts.js';
import { contentsOf } from '../support/database-contents.js';
import { PASSWORD } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const REFUSED = {
  accessToken: null,
  refreshToken: null,
  user: null,
  userErrors: [
    { code: 'INVALID_CREDENTIALS', field: null, message: 'Unknown e-mail address or wrong password.' },
  ],
};

describe('signing in', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  async function newAccount(fields: Record<string, unknown> = {}): Promise<string> {
    const input = applicant(fields);
    const { userErrors } = await trySignUp(server, input);
    expect(userErrors).toEqual([]);
    return input.email;
  }

  it.each(['CANDIDATE', 'EMPLOYER'])(
    'with the right password answers the %s and tokens that work',
    async (role) => {
      const email = await newAccount({ role, firstName: 'Zoé', lastName: 'Mba' });
      const answer = await signIn(server, email);
      expect(answer).toMatchObject({
        user: { email, role, firstName: 'Zoé', lastName: 'Mba' },
        userErrors: [],
      });
      expect(await holds(server, answer.accessToken)).toBe(true);
      expect((await refresh(server, answer.refreshToken)).userErrors).toEqual([]);
    },
  );

  it('opens a session of its own each time, beside the others', async () => {
    const email = await newAccount();
    const [first, second] = [await signIn(server, email), await signIn(server, email)];
    expect((await sessionOf(server, first.refreshToken)).id).not.toBe(
      (await sessionOf(server, second.refreshToken)).id,
    );
    expect(await holds(server, first.accessToken)).toBe(true);
    expect(await holds(server, second.accessToken)).toBe(true);
  });

  it.each([(email: string) => email.toUpperCase(), (email: string) => ` ${email}\n`])(
    'does not mind case and white space of the e-mail address (%#)',
    async (written) => {
      const email = await newAccount();
      const answer = await signIn(server, written(email));
      expect([answer.userErrors, answer.user?.email]).toEqual([[], email]);
    },
  );

  it('answers the same to a wrong password, an unknown address and a user without a password', async () => {
    const [known, withoutPassword] = [await newAccount(), await newAccount()];
    await server.db.rows(sql`update users set password_hash = null where email = ${withoutPassword}`);
    const before = await contentsOf(server.db);
    expect(await signIn(server, known, `${PASSWORD}x`)).toEqual(REFUSED);
    expect(await signIn(server, 'nobody@example.org', PASSWORD)).toEqual(REFUSED);
    expect(await signIn(server, withoutPassword, PASSWORD)).toEqual(REFUSED);
    // What the server compares with when there is no hash must not become a password.
    expect(await signIn(server, withoutPassword, 'the password of nobody')).toEqual(REFUSED);
    expect(await signIn(server, 'nobody@example.org', 'the password of nobody')).toEqual(REFUSED);
    expect(await contentsOf(server.db)).toEqual(before);
  });

  it.each([
    ['another case', PASSWORD.toLowerCase()],
    ['white space around it', ` ${PASSWORD}`],
    ['its hash', null],
  ])('takes the password to the letter: %s is wrong', async (_what, password) => {
    const email = await newAccount();
    const user = await server.db.row(
      sql<{ hash: string }>`select password_hash as hash from users where email = ${email}`,
    );
    expect(await signIn(server, email, password ?? user?.hash)).toEqual(REFUSED);
  });

  it('tells that an account is deactivated only to who knows its password', async () => {
    const email = await newAccount();
    await setActive(server, email, false);
    const before = await contentsOf(server.db);
    expect(await signIn(server, email, `${PASSWORD}x`)).toEqual(REFUSED);
    expect(await signIn(server, email)).toEqual({
      ...REFUSED,
      userErrors: [
        { code: 'ACCOUNT_DEACTIVATED', field: null, message: 'This account has been deactivated.' },
      ],
    });
    expect(await contentsOf(server.db)).toEqual(before);
  });

  it.each([
    ['email', '', PASSWORD],
    ['email', '   ', PASSWORD],
    ['email', 'x'.repeat(255), PASSWORD],
    ['email', 'x'.repeat(400_000), PASSWORD],
    ['password', 'known@example.org', ''],
    ['password', 'known@example.org', 'x'.repeat(1001)],
    ['password', 'known@example.org', 'x'.repeat(400_000)],
  ])('is told that %s is invalid: %.30j, %.30j', async (field, email, password) => {
    const before = await contentsOf(server.db);
    expect(await signIn(server, email, password)).toEqual({
      ...REFUSED,
      userErrors: [{ code: 'INVALID', field, message: expect.stringContaining(field) }],
    });
    expect(await contentsOf(server.db)).toEqual(before);
  });

  it.each([
    ['a NUL in the e-mail address', { email: 'a\0@example.org', password: PASSWORD }],
    ['a NUL in the password', { email: 'a@example.org', password: `${PASSWORD}\0` }],
    ['no password', { email: 'a@example.org' }],
    ['an object as password', { email: 'a@example.org', password: { $ne: '' } }],
  ])('with %s is a request error', async (_what, input) => {
    const { status, errors } = await clientAt(server).send(SIGN_IN, { input });
    expect([status, errors?.[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
  });

  it('is not fooled by SQL in the e-mail address', async () => {
    await newAccount();
    expect(await signIn(server, "' or true --", PASSWORD)).toEqual(REFUSED);
    expect(await signIn(server, '%', PASSWORD)).toEqual(REFUSED);
  });
});
