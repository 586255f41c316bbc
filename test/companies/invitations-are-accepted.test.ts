import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountAct } from '../support/account-acts.js';
import { clientAt } from '../support/accounts.js';
import { act, failedWith, refusedWith, type Outcome } from '../support/act.js';
import { invited } from '../support/invitations.js';
import { idleQueue } from '../support/idle-queue.js';
import { linkIn, mailsOf, mailTo } from '../support/mailbox.js';
import { colleagueOf, employerIdOf, leaveCompany, membersOf, signUpAdmin } from '../support/members.js';
import {
  PASSWORD,
  signUp,
  signUpWithCompany,
  type EmployerWithCompany,
  type Person,
} from '../support/people.js';
import { tableDigests } from '../support/table-digests.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { whileWritesFail } from '../support/while-writes-fail.js';

const DAY = 86_400_000;

let server: TestServer;
let admin: EmployerWithCompany;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const accept = ({ client }: Pick<Person, 'client'>, token: string): Promise<Outcome<unknown>> =>
  act<unknown>(client, 'acceptCompanyInvitation', { token });
const joined = (companyId: string) => ({
  error: undefined,
  userErrors: [],
  result: { company: { id: companyId } },
});

describe('an invitation', () => {
  beforeAll(async () => {
    admin = await signUpWithCompany(server, 'Okoumé & Fils');
  });

  it('leads from the mail into the company, with the permissions it gives', async () => {
    const guest = await signUp(server, 'EMPLOYER');
    const typed = guest.email.replace('person', 'Person');
    const { token } = await invited(server, admin, typed, { canCreateJobs: false });
    const mail = await mailTo(server, typed, /Invitation to join/);
    const link = linkIn(mail);
    expect(`${link.origin}${link.pathname}`).toBe('http://localhost:3000/accept-invitation');
    expect(mail.text).toContain('Okoumé & Fils');
    expect(mail.html).toContain('Okoumé &amp; Fils');
    expect(await accept(guest, token)).toEqual(joined(admin.companyId));
    expect((await membersOf(server, admin.companyId)).get(guest.id)).toEqual({
      canCreateJobs: false,
      canManageCandidates: true,
      isCompanyAdmin: false,
    });
  });

  it('verifies the address it came to, and tells who invited', async () => {
    const inviter = await signUpWithCompany(server);
    const guest = await signUp(server, 'EMPLOYER');
    await accept(guest, (await invited(server, inviter, guest.email)).token);
    const { me } = await guest.client.data<{ me: { emailVerifiedAt: string | null } }>(
      '{ me { emailVerifiedAt } }',
    );
    expect(me.emailVerifiedAt).not.toBeNull();
    const NEWS = '{ notifications { edges { node { type event employer { id } } } } }';
    const employerId = await employerIdOf(server, guest);
    expect(await inviter.client.data(NEWS)).toEqual({
      notifications: {
        edges: [{ node: { type: 'SYSTEM', event: 'MEMBER_JOINED', employer: { id: employerId } } }],
      },
    });
    await leaveCompany(guest);
    expect(await inviter.client.data(NEWS)).toMatchObject({
      notifications: { edges: [{ node: { event: 'MEMBER_JOINED', employer: null } }] },
    });
  });

  it('lets later fields of the same operation act as a member', async () => {
    const guest = await signUp(server, 'EMPLOYER');
    const { token } = await invited(server, admin, guest.email);
    expect(
      await guest.client.data(
        `mutation ($token: String!) {
          acceptCompanyInvitation(input: { token: $token }) { employer { company { members { totalCount } } } }
          createCompany(input: { name: "Second" }) { userErrors { code } }
        }`,
        { token },
      ),
    ).toEqual({
      acceptCompanyInvitation: {
        employer: { company: { members: { totalCount: (await membersOf(server, admin.companyId)).size } } },
      },
      createCompany: { userErrors: [{ code: 'ALREADY_IN_COMPANY' }] },
    });
  });

  it('tells the holder of its token which company it is, and nobody anything else', async () => {
    const PREVIEW = `query ($token: String!) {
      companyOfInvitation(token: $token) { id name members { totalCount } invitations { totalCount } }
    }`;
    const guest = await signUp(server, 'EMPLOYER');
    const { token } = await invited(server, admin, guest.email);
    for (const client of [server.client(), guest.client]) {
      expect(await client.data(PREVIEW, { token })).toEqual({
        companyOfInvitation: { id: admin.companyId, name: 'Okoumé & Fils', members: null, invitations: null },
      });
    }
    await accept(guest, token);
    for (const useless of [token, 'x'.repeat(43), '']) {
      expect(await server.client().errorCode(PREVIEW, { token: useless })).toBe('NOT_FOUND');
    }
  });

  it('is good once', async () => {
    const guest = await signUp(server, 'EMPLOYER');
    const { token } = await invited(server, admin, guest.email);
    expect(await accept(guest, token)).toEqual(joined(admin.companyId));
    await leaveCompany(guest);
    expect(await accept(guest, token)).toEqual(refusedWith('TOKEN_INVALID', 'token'));
  });

  it('makes one member once, however many use it at the same time', async () => {
    for (let round = 0; round < 3; round++) {
      const guest = await signUp(server, 'EMPLOYER');
      const { token } = await invited(server, admin, guest.email);
      const before = (await membersOf(server, admin.companyId)).size;
      const outcomes = await Promise.all(Array.from({ length: 8 }, () => accept(guest, token)));
      expect(outcomes.filter(({ result }) => result !== null)).toEqual([joined(admin.companyId)]);
      expect(outcomes.filter(({ result }) => result === null)).toEqual(
        Array(7).fill(refusedWith('TOKEN_INVALID', 'token')),
      );
      expect((await membersOf(server, admin.companyId)).size).toBe(before + 1);
    }
  });

  it('of two companies, accepted at the same time, is good for one of them', async () => {
    const other = await signUpWithCompany(server, 'Iroko');
    for (let round = 0; round < 3; round++) {
      const guest = await signUp(server, 'EMPLOYER');
      const { token } = await invited(server, admin, guest.email);
      expect((await act(other.client, 'inviteMember', { email: guest.email })).userErrors).toEqual([]);
      await idleQueue(server);
      const tokens = (await mailsOf(server))
        .filter(({ to, subject }) => to === guest.email && subject.includes('Invitation to join'))
        .map((mail) => `${linkIn(mail).searchParams.get('token')}`);
      expect(tokens).toContain(token);
      expect(tokens).toHaveLength(2);
      const outcomes = await Promise.all(tokens.map((each) => accept(guest, each)));
      expect(outcomes.filter(({ result }) => result !== null)).toHaveLength(1);
      expect(outcomes).toContainEqual(refusedWith('ALREADY_IN_COMPANY', null));
      // The loser's invitation is as good as before.
      await leaveCompany(guest);
      const again = await Promise.all(tokens.map((each) => accept(guest, each)));
      expect(again.filter(({ result }) => result !== null)).toHaveLength(1);
    }
  });

  it('is for its address: another one is told so, and it stays good', async () => {
    const guest = await signUp(server, 'EMPLOYER');
    const { token } = await invited(server, admin, guest.email);
    const before = await tableDigests(server.db);
    expect(await accept(await signUp(server, 'EMPLOYER'), token)).toEqual(
      refusedWith('EMAIL_MISMATCH', 'token'),
    );
    expect((await tableDigests(server.db))['company_invitations']).toEqual(before['company_invitations']);
    expect(await accept(guest, token)).toEqual(joined(admin.companyId));
  });

  it('is refused to who belongs to a company already, and stays good', async () => {
    const guest = await signUpWithCompany(server, 'Iroko');
    const { token } = await invited(server, admin, guest.email);
    expect(await accept(guest, token)).toEqual(refusedWith('ALREADY_IN_COMPANY', null));
    await leaveCompany(guest);
    expect(await accept(guest, token)).toEqual(joined(admin.companyId));
  });

  it('is for employers only', async () => {
    const candidate = await signUp(server, 'CANDIDATE');
    const administrator = await signUpAdmin(server);
    for (const person of [candidate, administrator]) {
      const { token } = await invited(server, admin, person.email);
      expect(await accept(person, token)).toEqual(failedWith('FORBIDDEN'));
      expect(await accept({ client: server.client() }, token)).toEqual(failedWith('UNAUTHENTICATED'));
    }
  });

  it.each([
    ['made up', 'x'.repeat(43)],
    ['of another kind', 'eyJhbGciOiJub25lIn0.e30.'],
  ])('is not accepted by a token that is %s', async (_what, token) => {
    expect(await accept(await signUp(server, 'EMPLOYER'), token)).toEqual(
      refusedWith('TOKEN_INVALID', 'token'),
    );
  });

  it('is not accepted by the token of another mail, nor the other way round', async () => {
    const guest = await signUp(server, 'EMPLOYER');
    const verification = linkIn(await mailTo(server, guest.email, /Confirm your address/));
    const { token } = await invited(server, admin, guest.email);
    expect(await accept(guest, `${verification.searchParams.get('token')}`)).toEqual(
      refusedWith('TOKEN_INVALID', 'token'),
    );
    expect((await accountAct(clientAt(server), 'verifyEmail', { token })).userErrors[0]?.code).toBe(
      'TOKEN_INVALID',
    );
  });

  it('expires after 7 days', async () => {
    const [punctual, late] = [await signUp(server, 'EMPLOYER'), await signUp(server, 'EMPLOYER')];
    const early = await invited(server, admin, punctual.email);
    const missed = await invited(server, admin, late.email);
    server.clock.advance(7 * DAY - 60_000);
    const again = await clientSignedIn(punctual);
    expect(await accept(again, early.token)).toEqual(joined(admin.companyId));
    server.clock.advance(60_001);
    expect(await accept(await clientSignedIn(late), missed.token)).toEqual(
      refusedWith('TOKEN_EXPIRED', 'token'),
    );
    admin = { ...admin, ...(await clientSignedIn(admin)) };
  });

  async function clientSignedIn({ email }: Person): Promise<Pick<Person, 'client'>> {
    const { signIn } = await clientAt(server).data<{ signIn: { accessToken: string } }>(
      'mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }',
      { input: { email, password: PASSWORD } },
    );
    return { client: clientAt(server).signedIn(signIn.accessToken) };
  }

  it('to a company that everybody has left leads nowhere', async () => {
    const last = await signUpWithCompany(server, 'Vide');
    const guest = await signUp(server, 'EMPLOYER');
    const { token } = await invited(server, last, guest.email);
    expect((await leaveCompany(last)).userErrors).toEqual([]);
    expect(await accept(guest, token)).toEqual(refusedWith('TOKEN_INVALID', 'token'));
  });

  it('accepted while the last member leaves makes no member without an admin', async () => {
    for (let round = 0; round < 6; round++) {
      const last = await signUpWithCompany(server, 'Vide');
      const guest = await signUp(server, 'EMPLOYER');
      const { token } = await invited(server, last, guest.email);
      const [left, came] = await Promise.all([leaveCompany(last), accept(guest, token)]);
      const members = [...(await membersOf(server, last.companyId)).values()];
      expect(members.length === 0 || members.some(({ isCompanyAdmin }) => isCompanyAdmin)).toBe(true);
      expect([left, came]).toContainEqual(
        left.result === null
          ? refusedWith('LAST_COMPANY_ADMIN', null)
          : refusedWith('TOKEN_INVALID', 'token'),
      );
    }
  });

  it('outlives the membership of who sent it, and tells them nothing any more', async () => {
    const owner = await signUpWithCompany(server);
    const inviter = await colleagueOf(server, owner, { isCompanyAdmin: true });
    const guest = await signUp(server, 'EMPLOYER');
    const { token } = await invited(server, inviter, guest.email);
    await leaveCompany(inviter);
    expect(await accept(guest, token)).toEqual(joined(owner.companyId));
    expect(await inviter.client.data('{ notifications { totalCount } }')).toEqual({
      notifications: { totalCount: 0 },
    });
  });

  it('is accepted whole or not at all', async () => {
    const guest = await signUp(server, 'EMPLOYER');
    const { token } = await invited(server, admin, guest.email);
    await idleQueue(server);
    const before = await tableDigests(server.db);
    const outcome = await whileWritesFail(server.db, 'notifications', () => accept(guest, token));
    expect(outcome).toEqual(failedWith('INTERNAL_SERVER_ERROR'));
    expect(await tableDigests(server.db)).toEqual(before);
    expect(await accept(guest, token)).toEqual(joined(admin.companyId));
  });
});
