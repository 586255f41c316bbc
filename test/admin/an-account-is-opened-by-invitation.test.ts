import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { forgetOldLinks } from '../../src/auth/forget-old-links.js';
import { globalId } from '../../src/graphql/ids.js';
import { clientAt, holds, signIn, type SessionAnswer } from '../support/accounts.js';
import { act, refusedWith } from '../support/act.js';
import { auditOf } from '../support/audit-rows.js';
import { idleQueue } from '../support/idle-queue.js';
import { invitationToken } from '../support/account-invitations.js';
import { linkIn, mailsOf, mailTo } from '../support/mailbox.js';
import { signUpAdmin } from '../support/members.js';
import { PASSWORD, signUp, type Person } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { uuidIn } from '../support/uuid-in.js';

const DAY = 86_400_000;

const ACCEPT = `mutation ($input: AcceptUserInvitationInput!) {
  acceptUserInvitation(input: $input) {
    accessToken refreshToken user { id email role firstName lastName } userErrors { code field message }
  }
}`;

describe('an invitation to open an account', () => {
  let server: TestServer;
  let admin: Person;
  beforeAll(async () => {
    server = await startTestServer();
    admin = await signUpAdmin(server);
  });
  afterAll(() => server.stop());

  let newcomers = 0;
  const newcomer = (role = 'ADMIN') => {
    newcomers += 1;
    return { email: `Newcomer${newcomers}@example.org`, firstName: 'Awa', lastName: 'Diop', role };
  };

  interface Invited {
    id: string;
    email: string;
    token: string;
  }

  async function invited(role?: string): Promise<Invited> {
    const input = newcomer(role);
    const { result, userErrors } = await act<{ id: string }>(admin.client, 'inviteUser', input);
    expect(userErrors).toEqual([]);
    return { id: `${result?.id}`, email: input.email, token: await invitationToken(server, input.email) };
  }

  async function accept(token: string, password = PASSWORD): Promise<SessionAnswer> {
    const { acceptUserInvitation } = await clientAt(server).data<{ acceptUserInvitation: SessionAnswer }>(
      ACCEPT,
      { input: { token, password } },
    );
    return acceptUserInvitation;
  }

  const refusedAs = (code: string, field: string) => ({
    accessToken: null,
    refreshToken: null,
    user: null,
    userErrors: [expect.objectContaining({ code, field })],
  });

  async function accountOf(email: string): Promise<unknown> {
    return server.db.row(sql`
      select u.role, u.is_active as "isActive", u.email_verified_at is not null as "isVerified",
        (select count(*)::int from candidates c where c.user_id = u.id) as candidates,
        (select count(*)::int from employers e where e.user_id = u.id) as employers
      from users u where u.email = ${email}`);
  }

  it.each([
    ['ADMIN', { candidates: 0, employers: 0 }],
    ['EMPLOYER', { candidates: 0, employers: 1 }],
    ['CANDIDATE', { candidates: 1, employers: 0 }],
  ])('opens an account of the role %s with its profile, and signs it in', async (role, profiles) => {
    const { email, token } = await invited(role);
    expect(await accountOf(email)).toBeUndefined();
    const answer = await accept(token);
    expect(answer).toMatchObject({
      user: { email, role, firstName: 'Awa', lastName: 'Diop' },
      userErrors: [],
    });
    expect(await holds(server, answer.accessToken)).toBe(true);
    expect(await accountOf(email)).toEqual({ role, isActive: true, isVerified: true, ...profiles });
    expect((await signIn(server, email)).userErrors).toEqual([]);
    expect(await auditOf(server, 'USER_INVITATION_ACCEPTED', `${answer.user?.id}`)).toEqual([
      { actor: uuidIn(`${answer.user?.id}`), details: { role } },
    ]);
  });

  it('is mailed with a link to a page of its own', async () => {
    const { email } = await invited();
    const mail = await mailTo(server, email, /account is waiting/);
    expect(linkIn(mail).pathname).toBe('/activate-account');
    expect(mail.text).toContain('7 days');
  });

  it('keeps no token', async () => {
    const { token } = await invited();
    const rows = await server.db.rows(sql<{ text: string }>`select i::text as text from user_invitations i`);
    const jobs = await server.db.rows(
      sql<{ text: string }>`select payload::text as text from graphile_worker._private_jobs`,
    );
    expect([...rows, ...jobs].filter(({ text }) => text.includes(token))).toEqual([]);
  });

  it('is good once', async () => {
    const { token } = await invited();
    expect((await accept(token)).userErrors).toEqual([]);
    expect(await accept(token)).toEqual(refusedAs('TOKEN_INVALID', 'token'));
  });

  it('is good once, however often it is accepted at the same time', async () => {
    for (let round = 0; round < 5; round++) {
      const { token, email } = await invited();
      const answers = await Promise.all(Array.from({ length: 5 }, () => accept(token)));
      expect(answers.filter(({ user }) => user !== null)).toHaveLength(1);
      expect(answers.filter(({ userErrors }) => userErrors[0]?.code === 'TOKEN_INVALID')).toHaveLength(4);
      const users = await server.db.rows(sql`select id from users where email = ${email}`);
      expect(users).toHaveLength(1);
    }
  });

  it('is good for 7 days, and can be sent again after', async () => {
    const early = await invited();
    server.clock.advance(7 * DAY - 60_000);
    admin = {
      ...admin,
      client: clientAt(server).signedIn(`${(await signIn(server, admin.email)).accessToken}`),
    };
    expect((await accept(early.token)).userErrors).toEqual([]);
    const late = await invited();
    server.clock.advance(7 * DAY);
    admin = {
      ...admin,
      client: clientAt(server).signedIn(`${(await signIn(server, admin.email)).accessToken}`),
    };
    expect(await accept(late.token)).toEqual(refusedAs('TOKEN_EXPIRED', 'token'));
    expect((await act(admin.client, 'resendUserInvitation', { invitationId: late.id })).userErrors).toEqual(
      [],
    );
    await idleQueue(server);
    const tokens = await tokensTo(late.email);
    expect(tokens).toHaveLength(2);
    expect((await accept(`${tokens.find((token) => token !== late.token)}`)).userErrors).toEqual([]);
  });

  async function tokensTo(email: string): Promise<string[]> {
    const mails = (await mailsOf(server)).filter(({ to }) => to === email);
    return mails.map((mail) => `${linkIn(mail).searchParams.get('token')}`);
  }

  it('leads nowhere any more once it was sent again', async () => {
    const { id, email, token } = await invited();
    await act(admin.client, 'resendUserInvitation', { invitationId: id });
    await idleQueue(server);
    expect(await accept(token)).toEqual(refusedAs('TOKEN_INVALID', 'token'));
    const later = (await tokensTo(email)).find((other) => other !== token);
    expect((await accept(`${later}`)).userErrors).toEqual([]);
  });

  it('leads nowhere any more once it was taken back', async () => {
    const { id, token } = await invited();
    expect(await act(admin.client, 'cancelUserInvitation', { invitationId: id })).toMatchObject({
      result: id,
    });
    expect(await accept(token)).toEqual(refusedAs('TOKEN_INVALID', 'token'));
    for (const name of ['cancelUserInvitation', 'resendUserInvitation'] as const) {
      expect(await act(admin.client, name, { invitationId: id })).toEqual(
        refusedWith('NOT_FOUND', 'invitationId'),
      );
    }
  });

  it('is either accepted or taken back, when both are tried at the same time', async () => {
    for (let round = 0; round < 5; round++) {
      const { id, token } = await invited();
      const [accepted, cancelled] = await Promise.all([
        accept(token),
        act(admin.client, 'cancelUserInvitation', { invitationId: id }),
      ]);
      expect([accepted.user !== null, cancelled.result !== null].filter(Boolean)).toHaveLength(1);
    }
  });

  it.each([
    ['short', 'WEAK_PASSWORD'],
    ['x'.repeat(80), 'WEAK_PASSWORD'],
  ])('asks for a password by the rules, not %j', async (password, code) => {
    const { token } = await invited();
    expect(await accept(token, password)).toEqual(refusedAs(code, 'password'));
    expect((await accept(token)).userErrors).toEqual([]);
  });

  it('is not made for an address that has an account, in any spelling', async () => {
    const { email } = await signUp(server, 'CANDIDATE');
    const taken = { ...newcomer(), email: email.toUpperCase() };
    expect(await act(admin.client, 'inviteUser', taken)).toEqual(refusedWith('EMAIL_TAKEN', 'email'));
  });

  it('is made once for an address, also of many asked for at the same time', async () => {
    const input = newcomer();
    const spelled = [input, { ...input, email: input.email.toLowerCase() }, input];
    const answers = await Promise.all(spelled.map((each) => act(admin.client, 'inviteUser', each)));
    expect(answers.filter(({ result }) => result !== null)).toHaveLength(1);
    expect(answers.filter(({ result }) => result === null)).toEqual([
      refusedWith('ALREADY_INVITED', 'email'),
      refusedWith('ALREADY_INVITED', 'email'),
    ]);
  });

  it('gives way to another one once it has expired', async () => {
    const input = newcomer();
    await act(admin.client, 'inviteUser', input);
    await server.db.rows(sql`
      update user_invitations set expires_at = ${server.clock.now()} where email = ${input.email}`);
    expect((await act(admin.client, 'inviteUser', input)).userErrors).toEqual([]);
  });

  it('opens nothing when somebody else has taken the address meanwhile', async () => {
    const { id, email, token } = await invited();
    await signUp(server, 'CANDIDATE', email.toLowerCase());
    expect(await accept(token)).toEqual(refusedAs('EMAIL_TAKEN', 'token'));
    expect(await act(admin.client, 'resendUserInvitation', { invitationId: id })).toEqual(
      refusedWith('EMAIL_TAKEN', 'email'),
    );
  });

  it('is listed with who made it, until it is accepted', async () => {
    const { id, email, token } = await invited('EMPLOYER');
    const query =
      '{ userInvitations(first: 100) { totalCount edges { node { id email role invitedBy { id } createdAt expiresAt } } } }';
    interface Invitations {
      userInvitations: { totalCount: number; edges: { node: { id: string } }[] };
    }
    const before = await admin.client.data<Invitations>(query);
    expect(before.userInvitations.edges[0]?.node).toMatchObject({
      id,
      email,
      role: 'EMPLOYER',
      invitedBy: { id: admin.id },
    });
    await accept(token);
    const { userInvitations } = await admin.client.data<Invitations>(query);
    expect(userInvitations.totalCount).toBe(before.userInvitations.totalCount - 1);
    expect(userInvitations.edges.map(({ node }) => node.id)).not.toContain(id);
  });

  it('is forgotten a month after it expired', async () => {
    const { id } = await invited();
    const isKept = async () =>
      (await server.db.rows(sql`select id from user_invitations where id = ${uuidIn(id)}`)).length === 1;
    const inDays = (days: number) => new Date(server.clock.now().getTime() + days * DAY);
    await forgetOldLinks(server.db, inDays(36));
    expect(await isKept()).toBe(true);
    await forgetOldLinks(server.db, inDays(38));
    expect(await isKept()).toBe(false);
  });

  it('is unknown under an id nobody has', async () => {
    const invitationId = globalId('UserInvitation', uuidv7());
    expect(await act(admin.client, 'resendUserInvitation', { invitationId })).toEqual(
      refusedWith('NOT_FOUND', 'invitationId'),
    );
    expect(await accept('no-such-token')).toEqual(refusedAs('TOKEN_INVALID', 'token'));
  });
});
