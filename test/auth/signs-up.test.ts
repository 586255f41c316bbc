import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import bcrypt from 'bcrypt';
import { sql } from 'kysely';
import { DAY } from '../../src/platform/clock.js';
import {
  applicant,
  clientAt,
  holds,
  refresh,
  sessionOf,
  signIn,
  SIGN_UP,
  trySignUp,
  type SessionAnswer,
} from '../support/accounts.js';
import { contentsOf } from '../support/database-contents.js';
import { PASSWORD } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const EMPTY_CANDIDATE = {
  phone: null,
  location: null,
  linkedin_url: null,
  website_url: null,
  title: null,
  summary: null,
  years_experience: null,
  salary_expectation_min: null,
  salary_expectation_max: null,
};

const EMPTY_EMPLOYER = {
  company_id: null,
  position: null,
  department: null,
  phone: null,
};

describe('signing up', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  it.each([
    { role: 'CANDIDATE', profiles: 'candidates', others: 'employers', profile: EMPTY_CANDIDATE },
    { role: 'EMPLOYER', profiles: 'employers', others: 'candidates', profile: EMPTY_EMPLOYER },
  ])(
    'as $role makes one user, one empty profile and one session',
    async ({ role, profiles, others, profile }) => {
      const before = await contentsOf(server.db);
      const input = applicant({ role, firstName: 'Zoé', lastName: 'Mba' });
      const answer = await trySignUp(server, input);
      expect(answer.userErrors).toEqual([]);
      expect(answer.user).toEqual({
        id: expect.stringMatching(/^user_[0-9a-z]{26}$/),
        email: input.email,
        role,
        firstName: 'Zoé',
        lastName: 'Mba',
      });

      const after = await contentsOf(server.db);
      const { userId, id: sessionId } = await sessionOf(server, answer.refreshToken);
      const added = (table: string) =>
        after[table]?.filter(({ id }) => !before[table]?.some((row) => row['id'] === id));
      expect(added('users')).toEqual([
        expect.objectContaining({
          id: userId,
          email: input.email,
          role,
          is_active: true,
          email_verified_at: null,
        }),
      ]);
      expect(added(profiles)).toEqual([expect.objectContaining({ ...profile, user_id: userId })]);
      expect(added(others)).toEqual([]);
      expect(added('sessions')).toEqual([expect.objectContaining({ id: sessionId, user_id: userId })]);
    },
  );

  it('answers tokens that work', async () => {
    const answer = await trySignUp(server, applicant());
    expect(await holds(server, answer.accessToken)).toBe(true);
    expect((await refresh(server, answer.refreshToken)).userErrors).toEqual([]);
  });

  it('stores the password as bcrypt of the cost that is set', async () => {
    const input = applicant();
    await trySignUp(server, input);
    const user = await server.db.row(
      sql<{ hash: string }>`select password_hash as hash from users where email = ${input.email}`,
    );
    expect(user?.hash).toMatch(/^\$2b\$04\$/);
    expect(await bcrypt.compare(PASSWORD, user?.hash ?? '')).toBe(true);
  });

  it('remembers where the session was opened, and when it ends', async () => {
    const client = clientAt(server, '203.0.113.9').with({ 'user-agent': 'Lynx/2.9 '.repeat(60) });
    const from = server.clock.now();
    const { signUp } = await client.data<{ signUp: SessionAnswer }>(SIGN_UP, { input: applicant() });
    const to = server.clock.now();
    const session = await sessionOf(server, signUp.refreshToken);
    expect(session.createdAt.getTime()).toBeGreaterThanOrEqual(from.getTime());
    expect(session.createdAt.getTime()).toBeLessThanOrEqual(to.getTime());
    expect(session).toMatchObject({
      ip: '203.0.113.9',
      userAgent: 'Lynx/2.9 '.repeat(60).slice(0, 400),
      lastUsedAt: session.createdAt,
      idleExpiresAt: new Date(session.createdAt.getTime() + 7 * DAY),
      absoluteExpiresAt: new Date(session.createdAt.getTime() + 60 * DAY),
      previousRefreshTokenHash: null,
      rotatedAt: null,
      revokedAt: null,
      revokedReason: null,
    });
  });

  it.each(['not an address', 'fe80::1%eth0', '203.0.113.9:4711', '[2001:db8::1]:443'])(
    'works for a client behind a proxy that calls it %j',
    async (address) => {
      const answer = await clientAt(server, address).send<{ signUp: SessionAnswer }>(SIGN_UP, {
        input: applicant(),
      });
      expect(answer.errors).toBeUndefined();
      expect(answer.data.signUp.userErrors).toEqual([]);
    },
  );

  it.each([
    { table: 'candidates', role: 'CANDIDATE' },
    { table: 'employers', role: 'EMPLOYER' },
    { table: 'sessions', role: 'CANDIDATE' },
  ])('writes nothing at all when $table cannot be written', async ({ table, role }) => {
    const before = await contentsOf(server.db);
    const constraint = sql.table('closed_for_a_test');
    await server.db.rows(
      sql`alter table ${sql.table(table)} add constraint ${constraint} check (false) not valid`,
    );
    try {
      const input = applicant({ role });
      const { status, errors } = await clientAt(server).send(SIGN_UP, { input });
      expect([status, errors?.[0]?.extensions.code]).toEqual([200, 'INTERNAL_SERVER_ERROR']);
      expect(errors?.[0]?.message).not.toMatch(/closed_for_a_test|constraint/);
    } finally {
      await server.db.rows(sql`alter table ${sql.table(table)} drop constraint ${constraint}`);
    }
    expect(await contentsOf(server.db)).toEqual(before);
  });

  it('drops the white space around names and e-mail address', async () => {
    const input = applicant({ firstName: '  Jean Paul\n', lastName: '\t Mba ' });
    const { user, userErrors } = await trySignUp(server, { ...input, email: `  ${input.email} ` });
    expect(userErrors).toEqual([]);
    expect(user).toMatchObject({ firstName: 'Jean Paul', lastName: 'Mba', email: input.email });
  });

  it('takes the password to the letter, white space included', async () => {
    const input = applicant({ password: `  ${PASSWORD} ` });
    await trySignUp(server, input);
    expect((await signIn(server, input.email, PASSWORD)).userErrors[0]?.code).toBe('INVALID_CREDENTIALS');
    expect((await signIn(server, input.email, `  ${PASSWORD} `)).userErrors).toEqual([]);
  });

  it('keeps the e-mail address as it was typed', async () => {
    const { user } = await trySignUp(server, applicant({ email: 'Marie.Claire@Example.org' }));
    expect(user?.email).toBe('Marie.Claire@Example.org');
  });

  it.each([
    ['awa.twice@example.org', 'awa.twice@example.org'],
    ['bilo.twice@example.org', 'BILO.Twice@EXAMPLE.org'],
    ['celeste.twice@example.org', '  celeste.twice@example.org '],
    ['élodie.twice@example.org', 'ÉLODIE.twice@example.org'],
  ])('refuses a second account: %j is taken, so %j is', async (first, second) => {
    expect((await trySignUp(server, applicant({ email: first }))).userErrors).toEqual([]);
    const before = await contentsOf(server.db);
    expect(await trySignUp(server, applicant({ email: second, role: 'EMPLOYER' }))).toEqual({
      accessToken: null,
      refreshToken: null,
      user: null,
      userErrors: [
        {
          code: 'EMAIL_TAKEN',
          field: 'email',
          message: 'An account with this e-mail address exists already.',
        },
      ],
    });
    expect(await contentsOf(server.db)).toEqual(before);
  });

  it('lets one of ten parallel sign-ups of one address through', async () => {
    const before = await contentsOf(server.db);
    const email = 'race@example.org';
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        trySignUp(server, applicant({ email: index % 2 ? email : email.toUpperCase() })),
      ),
    );
    const codes = answers.map(({ userErrors }) => userErrors[0]?.code ?? 'OK').sort();
    expect(codes).toEqual([...Array<string>(9).fill('EMAIL_TAKEN'), 'OK']);
    const after = await contentsOf(server.db);
    for (const table of ['users', 'candidates', 'sessions']) {
      expect([table, after[table]?.length]).toEqual([table, (before[table]?.length ?? 0) + 1]);
    }
  });
});
