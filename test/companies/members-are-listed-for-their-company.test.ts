import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GraphqlClient } from '../support/graphql-client.js';
import { colleagueOf, employerIdOf, insertMembers, signUpAdmin } from '../support/members.js';
import { signUp, signUpWithCompany, type EmployerWithCompany, type Person } from '../support/people.js';
import { publishedJob } from '../support/recruitment.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const LIST = `query ($id: ID!, $first: Int, $after: String) {
  company(id: $id) {
    members(first: $first, after: $after) {
      totalCount
      edges { node { id firstName isCompanyAdmin canCreateJobs canManageCandidates } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

interface Answer {
  company: {
    members: {
      totalCount: number;
      edges: { node: { id: string; isCompanyAdmin: boolean } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    } | null;
  };
}

describe('the members of a company', () => {
  let server: TestServer;
  let admin: EmployerWithCompany;
  let colleague: EmployerWithCompany;
  beforeAll(async () => {
    server = await startTestServer();
    admin = await signUpWithCompany(server);
    server.clock.advance(1000);
    colleague = await colleagueOf(server, admin, { canCreateJobs: false });
  });
  afterAll(() => server.stop());

  const members = async (client: GraphqlClient, variables: Record<string, unknown> = {}) =>
    (await client.data<Answer>(LIST, { id: admin.companyId, ...variables })).company.members;

  it('are listed with their permissions, company admins first, for members and administrators', async () => {
    const edges = [
      {
        node: {
          id: await employerIdOf(server, admin),
          firstName: 'Ama',
          isCompanyAdmin: true,
          canCreateJobs: true,
          canManageCandidates: true,
        },
      },
      {
        node: {
          id: await employerIdOf(server, colleague),
          firstName: 'Ama',
          isCompanyAdmin: false,
          canCreateJobs: false,
          canManageCandidates: true,
        },
      },
    ];
    for (const { client } of [admin, colleague, await signUpAdmin(server)]) {
      expect(await members(client)).toMatchObject({ totalCount: 2, edges });
    }
  });

  it('are null for everybody else, wherever they come to the company from', async () => {
    const others: GraphqlClient[] = [
      server.client(),
      (await signUp(server, 'CANDIDATE')).client,
      (await signUp(server, 'EMPLOYER')).client,
      (await signUpWithCompany(server, 'Iroko')).client,
    ];
    const jobId = await publishedJob(admin);
    for (const client of others) {
      expect(await members(client)).toBeNull();
      expect(
        await client.data('query ($id: ID!) { job(id: $id) { company { members { totalCount } } } }', {
          id: jobId,
        }),
      ).toEqual({ job: { company: { members: null } } });
    }
  });

  it('come page by page, each once', async () => {
    const large = await signUpWithCompany(server, 'Grande');
    await insertMembers(server, large.companyId, 6);
    await colleagueOf(server, large, { isCompanyAdmin: true });
    const seen: { id: string; isCompanyAdmin: boolean }[] = [];
    let after: string | null = null;
    for (;;) {
      const page = await members(large.client, { id: large.companyId, first: 3, after });
      seen.push(...(page?.edges ?? []).map(({ node }) => node));
      if (!page?.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(8);
    expect(seen).toHaveLength(8);
    expect(seen.map(({ isCompanyAdmin }) => isCompanyAdmin)).toEqual([
      true,
      true,
      ...Array<boolean>(6).fill(false),
    ]);
  });

  it('refuse a cursor of another list', async () => {
    const { jobs } = await admin.client.data<{ jobs: { pageInfo: { endCursor: string } } }>(
      '{ jobs { pageInfo { endCursor } } }',
    );
    const after = jobs.pageInfo.endCursor;
    expect(after).toEqual(expect.any(String));
    expect(await admin.client.errorCode(LIST, { id: admin.companyId, after })).toBe('BAD_USER_INPUT');
  });

  it('do not show who has left', async () => {
    const person: Person = await colleagueOf(server, admin);
    const before = await members(admin.client);
    await person.client.data('mutation { leaveCompany { userErrors { code } } }');
    const after = await members(admin.client);
    expect(after?.totalCount).toBe((before?.totalCount ?? 0) - 1);
    expect(await members(person.client)).toBeNull();
  });
});
