import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { applicant, clientAt, trySignUp } from '../support/accounts.js';
import { act } from '../support/act.js';
import { idleQueue } from '../support/idle-queue.js';
import { invited } from '../support/invitations.js';
import { mailsOf } from '../support/mailbox.js';
import { membersOf } from '../support/members.js';
import { signUp, signUpWithCompany, type EmployerWithCompany } from '../support/people.js';
import { tableDigests } from '../support/table-digests.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const DAY = 86_400_000;

describe('signing up by an invitation', () => {
  let server: TestServer;
  let admin: EmployerWithCompany;
  beforeAll(async () => {
    server = await startTestServer();
    admin = await signUpWithCompany(server);
  });
  afterAll(() => server.stop());

  const SIGNED_UP = `mutation ($input: SignUpInput!) {
    signUp(input: $input) {
      accessToken
      user { id email emailVerifiedAt employer { canManageCandidates company { id } } }
      userErrors { code field }
    }
  }`;
  const newcomer = (fields: Record<string, unknown>) => applicant({ role: 'EMPLOYER', ...fields });

  it('joins the company and verifies the address, without another mail', async () => {
    const { email } = newcomer({});
    const { token } = await invited(server, admin, email, { canManageCandidates: false });
    const { signUp: answer } = await clientAt(server).data<{
      signUp: { accessToken: string; user: { id: string; emailVerifiedAt: string } };
    }>(SIGNED_UP, { input: newcomer({ email, invitationToken: token }) });
    expect(answer).toMatchObject({
      user: { email, employer: { canManageCandidates: false, company: { id: admin.companyId } } },
      userErrors: [],
    });
    const client = clientAt(server).signedIn(answer.accessToken);
    const { me } = await client.data<{ me: { emailVerifiedAt: string } }>('{ me { emailVerifiedAt } }');
    expect(me.emailVerifiedAt).toBe(answer.user.emailVerifiedAt);
    expect(me.emailVerifiedAt).not.toBeNull();
    expect((await membersOf(server, admin.companyId)).has(answer.user.id)).toBe(true);
    await idleQueue(server);
    const subjects = (await mailsOf(server)).filter(({ to }) => to === email).map(({ subject }) => subject);
    expect(subjects).toEqual([expect.stringContaining('Invitation to join')]);
  });

  it('makes one account and one member of many at the same time', async () => {
    const { email } = newcomer({});
    const { token } = await invited(server, admin, email);
    const before = (await membersOf(server, admin.companyId)).size;
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => trySignUp(server, newcomer({ email, invitationToken: token }))),
    );
    expect(answers.filter(({ user }) => user !== null)).toHaveLength(1);
    const refusals = answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code));
    expect(refusals.filter((code) => !['EMAIL_TAKEN', 'TOKEN_INVALID'].includes(code))).toEqual([]);
    expect((await membersOf(server, admin.companyId)).size).toBe(before + 1);
  });

  it.each([
    ['with another address', { email: 'somebody.else@example.org' }, 'EMAIL_MISMATCH', 'invitationToken'],
    ['as a candidate', { role: 'CANDIDATE' }, 'INVALID', 'role'],
    ['with another token', { invitationToken: 'x'.repeat(43) }, 'TOKEN_INVALID', 'invitationToken'],
    ['with an empty token', { invitationToken: ' ' }, 'INVALID', 'invitationToken'],
    ['with a weak password', { password: 'weak' }, 'WEAK_PASSWORD', 'password'],
  ])('%s makes no account, and the invitation stays good', async (_what, fields, code, field) => {
    const { email } = newcomer({});
    const { token } = await invited(server, admin, email);
    await idleQueue(server);
    const before = await tableDigests(server.db);
    const { userErrors, user } = await trySignUp(
      server,
      newcomer({ email, invitationToken: token, ...fields }),
    );
    expect({ userErrors, user }).toEqual({
      userErrors: [expect.objectContaining({ code, field })],
      user: null,
    });
    expect(await tableDigests(server.db)).toEqual(before);
    expect((await trySignUp(server, newcomer({ email, invitationToken: token }))).userErrors).toEqual([]);
  });

  it('is refused for an address that has an account: its owner signs in and accepts', async () => {
    const guest = await signUp(server, 'EMPLOYER');
    const { token } = await invited(server, admin, guest.email);
    const { userErrors } = await trySignUp(server, newcomer({ email: guest.email, invitationToken: token }));
    expect(userErrors).toEqual([expect.objectContaining({ code: 'EMAIL_TAKEN', field: 'email' })]);
    const accepted = await act<unknown>(guest.client, 'acceptCompanyInvitation', { token });
    expect(accepted.result).toEqual({ company: { id: admin.companyId } });
  });

  it('is refused with an expired invitation', async () => {
    const { email } = newcomer({});
    const { token } = await invited(server, admin, email);
    server.clock.advance(7 * DAY + 1);
    const { userErrors } = await trySignUp(server, newcomer({ email, invitationToken: token }));
    expect(userErrors).toEqual([
      expect.objectContaining({ code: 'TOKEN_EXPIRED', field: 'invitationToken' }),
    ]);
  });
});
