import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { forgetOldLinks } from '../../src/auth/forget-old-links.js';
import { companyInvitationMail } from '../../src/employers/invitations/company-invitation.mail.js';
import { act, failedWith, refusedWith, type Outcome } from '../support/act.js';
import type { GraphqlClient } from '../support/graphql-client.js';
import { addresses, insertInvitations, invited } from '../support/invitations.js';
import { idleQueue } from '../support/idle-queue.js';
import { mailsOf, tokenIn } from '../support/mailbox.js';
import { colleagueOf, employerIdOf, membersOf, signUpAdmin } from '../support/members.js';
import { signUp, signUpWithCompany, type EmployerWithCompany } from '../support/people.js';
import { tableDigests } from '../support/table-digests.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { uuidIn } from '../support/uuid-in.js';
import { whileWritesFail } from '../support/while-writes-fail.js';

const DAY = 86_400_000;

const LIST = `query ($id: ID!, $first: Int) {
  company(id: $id) {
    invitations(first: $first) {
      totalCount
      edges { node { id email canCreateJobs canManageCandidates expiresAt acceptedAt cancelledAt invitedBy { id } } }
    }
  }
}`;

interface Listed {
  totalCount: number;
  edges: { node: { id: string; email: string; expiresAt: string } }[];
}

let server: TestServer;
let admin: EmployerWithCompany;
let colleague: EmployerWithCompany;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const listed = async (client: GraphqlClient, id = admin.companyId): Promise<Listed | null> =>
  (await client.data<{ company: { invitations: Listed | null } }>(LIST, { id })).company.invitations;

const mailsTo = async (email: string) => {
  await idleQueue(server);
  return (await mailsOf(server)).filter(({ to }) => to === email);
};

const address = (): string => addresses(1)[0] ?? '';

describe('inviting', () => {
  beforeAll(async () => {
    admin = await signUpWithCompany(server);
    colleague = await colleagueOf(server, admin);
  });

  it('shows the invitation to company admins and administrators, and to nobody else', async () => {
    const email = address();
    const { id } = await invited(server, admin, email, { canManageCandidates: false });
    const node = {
      id,
      email,
      canCreateJobs: true,
      canManageCandidates: false,
      expiresAt: expect.any(String),
      acceptedAt: null,
      cancelledAt: null,
      invitedBy: { id: await employerIdOf(server, admin) },
    };
    const second = await colleagueOf(server, admin, { isCompanyAdmin: true });
    for (const { client } of [admin, second, await signUpAdmin(server)]) {
      expect(await listed(client)).toEqual({
        totalCount: 1,
        edges: [{ node }],
      });
    }
    const others = [
      server.client(),
      colleague.client,
      (await signUp(server, 'CANDIDATE')).client,
      (await signUp(server, 'EMPLOYER', email)).client,
      (await signUpWithCompany(server, 'Iroko')).client,
    ];
    for (const client of others) {
      expect(await listed(client)).toBeNull();
      expect(await client.data('query ($id: ID!) { node(id: $id) { id } }', { id })).toEqual({ node: null });
    }
    const [edge] = (await listed(admin.client))?.edges ?? [];
    const inDays = (new Date(`${edge?.node.expiresAt}`).getTime() - server.clock.now().getTime()) / DAY;
    expect(Math.round(inDays)).toBe(7);
  });

  it('gives permissions if not told otherwise', async () => {
    expect(
      await act(admin.client, 'inviteMember', { email: address() }, 'canCreateJobs canManageCandidates'),
    ).toMatchObject({ result: { canCreateJobs: true, canManageCandidates: true } });
  });

  it('answers the same whoever the address belongs to, and mails it alike', async () => {
    const people = [
      (await signUp(server, 'CANDIDATE')).email,
      (await signUpAdmin(server)).email,
      (await signUpWithCompany(server, 'Iroko')).email,
      colleague.email,
      address(),
    ];
    const FIELDS = 'acceptedAt cancelledAt canCreateJobs canManageCandidates company { id }';
    const outcomes: Outcome<unknown>[] = [];
    for (const email of people)
      outcomes.push(await act<unknown>(admin.client, 'inviteMember', { email }, FIELDS));
    expect(outcomes).toEqual(Array(5).fill(outcomes[0]));
    expect(outcomes[0]?.userErrors).toEqual([]);
    for (const email of people) {
      const subjects = (await mailsTo(email)).map(({ subject }) => subject);
      expect(subjects.filter((subject) => subject.includes('Invitation to join'))).toHaveLength(1);
    }
  });

  it('an address again renews its invitation on the new terms', async () => {
    const email = address();
    const first = await invited(server, admin, email);
    server.clock.advance(60_000);
    const FIELDS = 'id canCreateJobs';
    const again = await act<unknown>(
      admin.client,
      'inviteMember',
      { email: email.toUpperCase(), canCreateJobs: false },
      FIELDS,
    );
    expect(again.result).toEqual({ id: first.id, canCreateJobs: false });
    expect((await mailsTo(email)).map(tokenIn)).toEqual([first.token, first.token]);
    const guest = await signUp(server, 'EMPLOYER', email);
    await act(guest.client, 'acceptCompanyInvitation', { token: first.token });
    expect((await membersOf(server, admin.companyId)).get(guest.id)).toMatchObject({ canCreateJobs: false });
  });

  it('an address many times at once makes one invitation', async () => {
    const email = address();
    const company = await signUpWithCompany(server);
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => act(company.client, 'inviteMember', { email })),
    );
    expect(new Set(outcomes.map(({ result }) => result?.id)).size).toBe(1);
    expect(await listed(company.client, company.companyId)).toMatchObject({ totalCount: 1 });
  });

  it('is refused for what is no address', async () => {
    for (const email of ['nobody', '@example.org', `${'x'.repeat(250)}@example.org`]) {
      expect(await act(admin.client, 'inviteMember', { email })).toEqual(refusedWith('INVALID', 'email'));
    }
  });

  it('is for company admins', async () => {
    const input = { email: address() };
    const before = await tableDigests(server.db);
    expect(await act(colleague.client, 'inviteMember', input)).toEqual(failedWith('FORBIDDEN'));
    expect(await act(server.client(), 'inviteMember', input)).toEqual(failedWith('UNAUTHENTICATED'));
    expect(await tableDigests(server.db)).toEqual(before);
    for (const { client } of [
      await signUp(server, 'CANDIDATE'),
      await signUp(server, 'EMPLOYER'),
      await signUpAdmin(server),
    ]) {
      expect(await act(client, 'inviteMember', input)).toEqual(failedWith('FORBIDDEN'));
    }
  });

  it('happens 30 times an hour at the most', async () => {
    const busy = await signUpWithCompany(server);
    const outcomes: Outcome<unknown>[] = [];
    for (const email of addresses(31)) outcomes.push(await act(busy.client, 'inviteMember', { email }));
    expect(outcomes.filter(({ error }) => error === undefined)).toHaveLength(30);
    expect(outcomes.at(-1)).toEqual(failedWith('RATE_LIMITED'));
  });

  it('writes the mail with the invitation, or neither', async () => {
    const before = await tableDigests(server.db);
    const outcome = await whileWritesFail(server.db, 'company_invitations', () =>
      act(admin.client, 'inviteMember', { email: address() }),
    );
    expect(outcome).toEqual(failedWith('INTERNAL_SERVER_ERROR'));
    expect(await tableDigests(server.db)).toEqual(before);
    expect(await server.db.rows(sql`select 1 from graphile_worker.jobs`)).toEqual([]);
  });

  it('leaves no token in the database that somebody who reads it could use', async () => {
    const { token } = await invited(server, admin, address());
    const tables = await server.db.rows(sql<{ name: string; dump: string | null }>`
      select 'company_invitations' as name, string_agg(t::text, ' ') as dump from company_invitations t
      union all select 'jobs', string_agg(t::text, ' ') from graphile_worker._private_jobs t`);
    expect(tables.filter(({ dump }) => dump?.includes(token))).toEqual([]);
  });
});

describe('an invitation that was sent', () => {
  beforeAll(async () => {
    admin = await signUpWithCompany(server);
    colleague = await colleagueOf(server, admin);
  });

  it('is sent once more, and good for another 7 days, even when it has expired', async () => {
    const email = address();
    const { id, token } = await invited(server, admin, email);
    await server.db.rows(sql`
      update company_invitations set expires_at = ${server.clock.now()} where email = ${email}`);
    const guest = await signUp(server, 'EMPLOYER', email);
    expect(await act(guest.client, 'acceptCompanyInvitation', { token })).toEqual(
      refusedWith('TOKEN_EXPIRED', 'token'),
    );
    const { result } = await act<{ id: string; expiresAt: string }>(
      admin.client,
      'resendCompanyInvitation',
      { invitationId: id },
      'id expiresAt',
    );
    expect(result?.id).toBe(id);
    expect(new Date(`${result?.expiresAt}`).getTime()).toBeGreaterThan(
      server.clock.now().getTime() + 6 * DAY,
    );
    expect(
      (await mailsTo(email)).filter(({ subject }) => subject.includes('Invitation to join')),
    ).toHaveLength(2);
    expect((await act(guest.client, 'acceptCompanyInvitation', { token })).userErrors).toEqual([]);
  });

  it('is cancelled: its link leads nowhere, and its address may be invited anew', async () => {
    const email = address();
    const { id, token } = await invited(server, admin, email);
    const cancelled = await act<{ cancelledAt: string | null }>(
      admin.client,
      'cancelCompanyInvitation',
      { invitationId: id },
      'cancelledAt',
    );
    expect(cancelled.result?.cancelledAt).toEqual(expect.any(String));
    expect((await listed(admin.client))?.edges.map(({ node }) => node.id)).not.toContain(id);
    const guest = await signUp(server, 'EMPLOYER', email);
    expect(await act(guest.client, 'acceptCompanyInvitation', { token })).toEqual(
      refusedWith('TOKEN_INVALID', 'token'),
    );
    const anew = await act(admin.client, 'inviteMember', { email });
    expect(anew.result?.id).not.toBe(id);
    expect(await act(guest.client, 'acceptCompanyInvitation', { token })).toEqual(
      refusedWith('TOKEN_INVALID', 'token'),
    );
  });

  it('is not mailed any more once it was cancelled', async () => {
    const [email = ''] = addresses(1);
    const [sent] = await insertInvitations(server, admin, [email]);
    const mail = () =>
      server.db.transaction((em) => companyInvitationMail.add(em, { invitationId: uuidIn(`${sent?.id}`) }));
    await mail();
    expect(await mailsTo(email)).toHaveLength(1);
    await act(admin.client, 'cancelCompanyInvitation', { invitationId: sent?.id });
    await mail();
    expect(await mailsTo(email)).toHaveLength(1);
  });

  it.each(['cancelCompanyInvitation', 'resendCompanyInvitation'] as const)(
    'that was accepted or cancelled is beyond %s',
    async (name) => {
      const guest = await signUp(server, 'EMPLOYER');
      const accepted = await invited(server, admin, guest.email);
      await act(guest.client, 'acceptCompanyInvitation', { token: accepted.token });
      const [cancelled] = await insertInvitations(server, admin, [address()]);
      await act(admin.client, 'cancelCompanyInvitation', { invitationId: cancelled?.id });
      const before = await tableDigests(server.db);
      for (const invitationId of [accepted.id, cancelled?.id]) {
        expect(await act(admin.client, name, { invitationId })).toEqual(
          refusedWith('INVALID_TRANSITION', 'invitationId'),
        );
      }
      expect(await tableDigests(server.db)).toEqual(before);
    },
  );

  it.each(['cancelCompanyInvitation', 'resendCompanyInvitation'] as const)(
    'is for company admins of its company to %s',
    async (name) => {
      const [sent] = await insertInvitations(server, admin, [address()]);
      const input = { invitationId: sent?.id };
      const stranger = await signUpWithCompany(server, 'Iroko');
      const before = await tableDigests(server.db);
      expect(await act(stranger.client, name, input)).toEqual(refusedWith('NOT_FOUND', 'invitationId'));
      expect(await act(stranger.client, name, { invitationId: stranger.companyId })).toEqual(
        refusedWith('NOT_FOUND', 'invitationId'),
      );
      expect(await act(colleague.client, name, input)).toEqual(failedWith('FORBIDDEN'));
      expect(await act(server.client(), name, input)).toEqual(failedWith('UNAUTHENTICATED'));
      expect(await tableDigests(server.db)).toEqual(before);
      for (const { client } of [await signUp(server, 'CANDIDATE'), await signUpAdmin(server)]) {
        expect(await act(client, name, input)).toEqual(failedWith('FORBIDDEN'));
      }
    },
  );

  it('is accepted or cancelled, never both, when that happens at the same time', async () => {
    for (let round = 0; round < 8; round++) {
      const guest = await signUp(server, 'EMPLOYER');
      const [sent] = await insertInvitations(server, admin, [guest.email]);
      const [cancelled, accepted] = await Promise.all([
        act(admin.client, 'cancelCompanyInvitation', { invitationId: sent?.id }),
        act(guest.client, 'acceptCompanyInvitation', { token: sent?.token }),
      ]);
      const isMember = (await membersOf(server, admin.companyId)).has(guest.id);
      if (isMember) expect(cancelled).toEqual(refusedWith('INVALID_TRANSITION', 'invitationId'));
      else expect(accepted).toEqual(refusedWith('TOKEN_INVALID', 'token'));
      expect([cancelled.userErrors, accepted.userErrors]).toContainEqual([]);
    }
  });

  it('is forgotten a month after it expired', async () => {
    const [old] = await insertInvitations(server, admin, [address()]);
    const there = async () =>
      (
        await admin.client.data<{ node: { id: string } | null }>(
          'query ($id: ID!) { node(id: $id) { id } }',
          {
            id: old?.id,
          },
        )
      ).node?.id;
    const at = (days: number) => new Date(server.clock.now().getTime() + days * DAY);
    await forgetOldLinks(server.db, at(36));
    expect(await there()).toBe(old?.id);
    await forgetOldLinks(server.db, at(38));
    expect(await there()).toBeUndefined();
  });
});
