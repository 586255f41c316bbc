import type { KeyObject } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { sql } from 'kysely';
import { SigningKeys } from '../../../src/auth/signing-keys.js';
import { Tokens } from '../../../src/auth/tokens.js';
import { HOUR } from '../../../src/platform/clock.js';
import { claimsIn, clientAt, holds, refresh, signIn } from '../../support/accounts.js';
import { startOidcIssuer, type OidcIssuer } from '../../support/oidc-issuer.js';
import { signUp } from '../../support/people.js';
import {
  complete,
  COMPLETE,
  registered,
  signInAt,
  startServerTrusting,
} from '../../support/provider-sign-ins.js';
import { tableDigests } from '../../support/table-digests.js';
import { TEST_SECRET, type TestServer } from '../../support/test-server.js';
import { uuidIn } from '../../support/uuid-in.js';
import { whileWritesFail } from '../../support/while-writes-fail.js';

const OTHER_SECRET = 'somebody-elses-secret-of-32-bytes!';

describe('completing a registration', () => {
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

  /** A registration token of somebody new. */
  async function newcomer(claims: Record<string, unknown> = {}): Promise<string> {
    return `${(await signInAt(server, issuer, claims)).registrationToken}`;
  }

  async function expectRefused(
    token: string,
    code: string,
    input: Record<string, unknown> = {},
  ): Promise<void> {
    const before = await tableDigests(server.db);
    const { userErrors, ...result } = await complete(server, token, input);
    expect(userErrors).toEqual([{ code, field: 'registrationToken', message: expect.any(String) }]);
    expect(result).toEqual({ accessToken: null, refreshToken: null, user: null });
    expect(await tableDigests(server.db)).toEqual(before);
  }

  it.each(['CANDIDATE', 'EMPLOYER'])(
    'makes the %s with profile, identity and a session that works',
    async (role) => {
      const [sub, email] = [`new-${role}`, `new.${role}@example.org`];
      const answer = await complete(server, await newcomer({ sub, email }), {
        role,
        firstName: ' Zoé ',
        lastName: 'Mba',
      });
      expect(answer).toMatchObject({
        user: { email, role, firstName: 'Zoé', lastName: 'Mba' },
        userErrors: [],
      });
      expect(await holds(server, answer.accessToken)).toBe(true);
      expect((await refresh(server, answer.refreshToken)).userErrors).toEqual([]);
      const made = await server.db.rows(sql`
        select u.password_hash as "passwordHash", u.email_verified_at is not null as "isVerified",
          u.is_active as "isActive", i.provider, i.subject,
          c.id is not null as "isCandidate", e.id is not null as "isEmployer", e.company_id as "companyId"
        from users u join provider_identities i on i.user_id = u.id
        left join candidates c on c.user_id = u.id left join employers e on e.user_id = u.id
        where u.id = ${uuidIn(`${answer.user?.id}`)}`);
      expect(made).toEqual([
        {
          passwordHash: null,
          isVerified: true,
          isActive: true,
          provider: issuer.issuer,
          subject: sub,
          isCandidate: role === 'CANDIDATE',
          isEmployer: role === 'EMPLOYER',
          companyId: null,
        },
      ]);
    },
  );

  it('makes an account without a password: none opens it', async () => {
    const { user } = await registered(server, issuer);
    const { userErrors } = await signIn(server, `${user?.email}`, 'the password of nobody');
    expect(userErrors).toMatchObject([{ code: 'INVALID_CREDENTIALS' }]);
  });

  it('works once: the role cannot be chosen again', async () => {
    const token = await newcomer();
    expect((await complete(server, token, { role: 'CANDIDATE' })).userErrors).toEqual([]);
    await expectRefused(token, 'ALREADY_REGISTERED', { role: 'EMPLOYER' });
    await expectRefused(token, 'ALREADY_REGISTERED', { role: 'CANDIDATE' });
  });

  it('works once for an identity, whichever of its tokens comes first', async () => {
    const [first, second] = [await newcomer({ sub: 'twice' }), await newcomer({ sub: 'twice' })];
    const { user } = await complete(server, second, { role: 'EMPLOYER' });
    await expectRefused(first, 'ALREADY_REGISTERED');
    expect((await signInAt(server, issuer, { sub: 'twice' })).user).toEqual(user);
  });

  it('makes one account, however many requests come at once', async () => {
    const token = await newcomer({ sub: 'eager' });
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        complete(server, token, { role: index % 2 === 0 ? 'CANDIDATE' : 'EMPLOYER' }),
      ),
    );
    const codes = answers.map(({ userErrors }) => userErrors[0]?.code ?? 'OK').toSorted();
    expect(codes).toEqual([...Array<string>(7).fill('ALREADY_REGISTERED'), 'OK']);
    const users = await server.db.rows(sql`
      select u.id from users u join provider_identities i on i.user_id = u.id where i.subject = 'eager'`);
    expect(users).toHaveLength(1);
  });

  it('gives way to somebody who signed up with the address meanwhile', async () => {
    const token = await newcomer({ email: 'contested@example.org' });
    const { id } = await signUp(server, 'EMPLOYER', 'Contested@example.org');
    await expectRefused(token, 'EMAIL_TAKEN');
    // Signing in once more shows whose address it is.
    expect((await signInAt(server, issuer, { email: 'contested@example.org' })).user?.id).toBe(id);
  });

  it('must come within the hour', async () => {
    const token = await newcomer();
    server.clock.advance(HOUR);
    await expectRefused(token, 'TOKEN_EXPIRED');
  });

  it.each(['users', 'candidates', 'provider_identities', 'sessions'])(
    'makes nothing when %s cannot be written, and can be tried again',
    async (table) => {
      const token = await newcomer();
      const before = await tableDigests(server.db);
      await expect(whileWritesFail(server.db, table, () => complete(server, token))).rejects.toThrow(
        'INTERNAL_SERVER_ERROR',
      );
      expect(await tableDigests(server.db)).toEqual(before);
      expect((await complete(server, token)).userErrors).toEqual([]);
    },
  );

  it('takes no administrators', async () => {
    const { errors } = await clientAt(server).send(COMPLETE, {
      input: { registrationToken: await newcomer(), role: 'ADMIN', firstName: 'A', lastName: 'B' },
    });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it.each([
    ['email', 'somebody.else@example.org'],
    ['sub', 'somebody-else'],
    ['emailVerified', true],
    ['password', 'Correct-Horse-7-Battery'],
  ])('knows no %s but that of the token', async (field, value) => {
    const { errors } = await clientAt(server).send(COMPLETE, {
      input: {
        registrationToken: await newcomer(),
        role: 'CANDIDATE',
        firstName: 'A',
        lastName: 'B',
        [field]: value,
      },
    });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  describe('with a token that is not ours', () => {
    const keys = new SigningKeys(TEST_SECRET).current;

    /** The same claims, signed in another way; with nothing changed it is the very token. */
    async function forged(
      claims: Record<string, unknown>,
      key: KeyObject | string = keys.registrationTokens,
      options: jwt.SignOptions = {},
    ): Promise<string> {
      const payload = { ...claimsIn(await newcomer()), ...claims };
      const kept = Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== undefined));
      return jwt.sign(kept, key, { algorithm: 'HS256', keyid: keys.id, ...options });
    }

    it('would pass if it were made as ours', async () => {
      expect((await complete(server, await forged({}))).userErrors).toEqual([]);
    });

    it.each([
      ['another type', { type: 'access' }],
      ['no type', { type: undefined }],
      ['no subject', { sub: undefined }],
      ['a number as subject', { sub: 7 }],
      ['no provider', { provider: undefined }],
      ['no address', { email: undefined }],
      ['a list of addresses', { email: ['a@example.org'] }],
      ['another issuer', { iss: 'elsewhere' }],
      ['another audience', { aud: 'elsewhere' }],
    ])('of %s is refused', async (_what, claims) => {
      await expectRefused(await forged(claims).catch(() => forgedByHand(claims)), 'TOKEN_INVALID');
    });

    /** The library refuses to sign what makes no sense. */
    async function forgedByHand(claims: Record<string, unknown>): Promise<string> {
      const payload = { ...claimsIn(await newcomer()), ...claims };
      return jwt.sign(JSON.stringify(payload), keys.registrationTokens, { keyid: keys.id });
    }

    it('is refused when another key signed it', async () => {
      await expectRefused(await forged({}, keys.accessTokens), 'TOKEN_INVALID');
      await expectRefused(await forged({}, keys.refreshTokens), 'TOKEN_INVALID');
      await expectRefused(await forged({}, TEST_SECRET), 'TOKEN_INVALID');
      const theirs = new SigningKeys(OTHER_SECRET).current;
      await expectRefused(await forged({}, theirs.registrationTokens), 'TOKEN_INVALID');
      await expectRefused(await forged({}, theirs.registrationTokens, { keyid: theirs.id }), 'TOKEN_INVALID');
    });

    it('is refused when nobody signed it, or another algorithm did', async () => {
      await expectRefused(await forged({}, '', { algorithm: 'none' }), 'TOKEN_INVALID');
      await expectRefused(await forged({}, keys.registrationTokens, { algorithm: 'HS512' }), 'TOKEN_INVALID');
    });

    it('is refused when it is a token of a session, or the id_token', async () => {
      const { accessToken, refreshToken } = await registered(server, issuer);
      await expectRefused(`${accessToken}`, 'TOKEN_INVALID');
      await expectRefused(`${refreshToken}`, 'TOKEN_INVALID');
      await expectRefused(await issuer.sign({ sub: 'x', email: 'x@example.org' }), 'TOKEN_INVALID');
    });
  });

  it('is all a registration token is good for', async () => {
    const token = await newcomer();
    expect(await holds(server, token)).toBe(false);
    expect((await refresh(server, token)).userErrors).toMatchObject([{ code: 'TOKEN_INVALID' }]);
  });

  it('goes on when the secret has been replaced', async () => {
    const token = await newcomer();
    const tokens = new Tokens(new SigningKeys(OTHER_SECRET, TEST_SECRET), 24);
    expect(tokens.verifyRegistration(token, server.clock.now())).toEqual({
      provider: issuer.issuer,
      subject: claimsIn(token).sub,
      email: claimsIn(token)['email'],
    });
  });
});
