import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { act, failedWith, refusedWith, type Act } from '../support/act.js';
import { applicationRow, eventsOfApplication, notificationsOf } from '../support/application-rows.js';
import type { GraphqlClient } from '../support/graphql-client.js';
import { colleagueOf, signUpAdmin } from '../support/members.js';
import { signUp, signUpWithCompany, type EmployerWithCompany, type Person } from '../support/people.js';
import { addNote, apply, publishedJob } from '../support/recruitment.js';
import { tableDigests } from '../support/table-digests.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { uuidIn } from '../support/uuid-in.js';

const ASSESSMENT = `query ($id: ID!) {
  application(id: $id) { rating notes { totalCount edges { node { id body editedAt author { lastName } } } } }
}`;
const NODE = 'query ($id: ID!) { node(id: $id) { id ... on ApplicationNote { body application { id } } } }';

interface Assessment {
  application: {
    rating: number | null;
    notes: {
      totalCount: number;
      edges: { node: { id: string; body: string; editedAt: string | null; author: object | null } }[];
    } | null;
  };
}

describe('what the company keeps for itself of an application', () => {
  let server: TestServer;
  let admin: Person;
  let founder: EmployerWithCompany;
  let colleague: EmployerWithCompany;
  let unentitled: EmployerWithCompany;
  let stranger: EmployerWithCompany;
  let candidate: Person;
  let applicationId: string;
  beforeAll(async () => {
    server = await startTestServer();
    admin = await signUpAdmin(server);
    founder = await signUpWithCompany(server);
    colleague = await colleagueOf(server, founder);
    unentitled = await colleagueOf(server, founder, { canManageCandidates: false });
    stranger = await signUpWithCompany(server, 'Iroko');
  });
  beforeEach(async () => {
    candidate = await signUp(server, 'CANDIDATE');
    applicationId = await apply(candidate, await publishedJob(founder));
  });
  afterAll(() => server.stop());

  const removeNote = async (client: GraphqlClient, noteId: string) => {
    const { data, errors } = await client.send<
      { deleteApplicationNote: { deletedNoteId: string | null; userErrors: object[] } | null } | undefined
    >(
      `mutation ($noteId: ID!) {
        deleteApplicationNote(input: { noteId: $noteId }) { deletedNoteId userErrors { code field } }
      }`,
      { noteId },
    );
    return errors?.[0]?.extensions.code ?? data?.deleteApplicationNote;
  };

  const assessment = async ({ client }: Pick<Person, 'client'>) =>
    (await client.data<Assessment>(ASSESSMENT, { id: applicationId })).application;

  const nameOf = async ({ client }: Person) =>
    (await client.data<{ me: { lastName: string } }>('{ me { lastName } }')).me;

  const bodies = async (viewer: Person) =>
    (await assessment(viewer)).notes?.edges.map(({ node }) => node.body) ?? null;

  it('is notes, newest first, with author and total, and a rating', async () => {
    await addNote(founder, applicationId, '  À rappeler lundi 💼 ');
    server.clock.advance(1000);
    await addNote(colleague, applicationId, 'Disponible de suite');
    await act(colleague.client, 'rateApplication', { applicationId, rating: 4 });
    expect(await assessment(founder)).toMatchObject({
      rating: 4,
      notes: {
        totalCount: 2,
        edges: [
          { node: { body: 'Disponible de suite', editedAt: null, author: await nameOf(colleague) } },
          { node: { body: 'À rappeler lundi 💼', editedAt: null, author: await nameOf(founder) } },
        ],
      },
    });
  });

  it('is seen by nobody but members who may manage candidates, by no way', async () => {
    const noteId = await addNote(founder, applicationId);
    await act(founder.client, 'rateApplication', { applicationId, rating: 1 });
    for (const viewer of [founder, colleague]) {
      expect(await assessment(viewer)).toMatchObject({ rating: 1, notes: { totalCount: 1 } });
      expect(await viewer.client.data(NODE, { id: noteId })).toEqual({
        node: { id: noteId, body: 'Bon profil', application: { id: applicationId } },
      });
    }
    for (const viewer of [candidate, admin])
      expect(await assessment(viewer)).toEqual({ rating: null, notes: null });
    for (const viewer of [unentitled, stranger])
      expect(await viewer.client.errorCode(ASSESSMENT, { id: applicationId })).toBe('NOT_FOUND');
    for (const { client } of [candidate, admin, unentitled, stranger, { client: server.client() }])
      expect(await client.data(NODE, { id: noteId })).toEqual({ node: null });
  });

  it('stays hidden from the candidate in what they are told of and in their own lists', async () => {
    await addNote(founder, applicationId);
    await act(founder.client, 'rateApplication', { applicationId, rating: 1 });
    await act(founder.client, 'openApplication', { applicationId });
    const fields = 'rating notes { edges { node { body } } }';
    const data = await candidate.client.data(`{
      myApplications { edges { node { ${fields} } } }
      notifications { edges { node { application { ${fields} } } } }
      dashboard { ... on CandidateDashboard { __typename } }
    }`);
    const hidden = { rating: null, notes: null };
    expect(data).toMatchObject({
      myApplications: { edges: [{ node: hidden }] },
      notifications: { edges: [{ node: { application: hidden } }] },
    });
  });

  it('does not show to the candidate by the order or the filter of a list either', async () => {
    for (const argument of ['orderBy: RATING', 'filter: { ratingMin: 3 }'])
      expect(await candidate.client.errorCode(`{ myApplications(${argument}) { totalCount } }`)).toBe(
        'GRAPHQL_VALIDATION_FAILED',
      );
    const query = `query ($jobId: ID!) { jobApplications(jobId: $jobId, orderBy: RATING) { totalCount } }`;
    const filtered = `query ($jobId: ID!) { jobApplications(jobId: $jobId, filter: { ratingMin: 3 }) { totalCount } }`;
    const jobId = await publishedJob(founder);
    for (const document of [query, filtered]) {
      for (const { client } of [candidate, admin, unentitled, stranger])
        expect(await client.errorCode(document, { jobId })).toBe('FORBIDDEN');
      expect(await founder.client.data(document, { jobId })).toEqual({ jobApplications: { totalCount: 0 } });
    }
  });

  it('is not told to the candidate, neither as news nor as a change', async () => {
    const before = await applicationRow(server, applicationId);
    server.clock.advance(1000);
    const noteId = await addNote(founder, applicationId);
    await act(founder.client, 'updateApplicationNote', { noteId, body: 'Mieux' });
    await act(founder.client, 'rateApplication', { applicationId, rating: 5 });
    expect(await notificationsOf(server, candidate)).toEqual([]);
    expect(await eventsOfApplication(server, applicationId)).toHaveLength(1);
    expect(await applicationRow(server, applicationId)).toEqual({ ...before, rating: 5 });
  });

  it('is rated again, and cleared', async () => {
    const ratings: unknown[] = [];
    for (const rating of [1, 5, null]) {
      const outcome = await act<{ rating: number | null }>(founder.client, 'rateApplication', {
        applicationId,
        rating,
      });
      ratings.push(outcome.result?.rating);
    }
    expect(ratings).toEqual([1, 5, null]);
    expect((await applicationRow(server, applicationId)).rating).toBeNull();
  });

  it.each([0, 6, -1])('is not rated %d', async (rating) => {
    const before = await tableDigests(server.db);
    expect(await act(founder.client, 'rateApplication', { applicationId, rating })).toEqual(
      refusedWith('INVALID', 'rating'),
    );
    expect(await tableDigests(server.db)).toEqual(before);
  });

  it.each([
    ['empty', ''],
    ['blank', ' \n '],
    ['of more than 5,000 characters', 'x'.repeat(5001)],
  ])('takes no note that is %s', async (_case, body) => {
    const noteId = await addNote(founder, applicationId);
    const before = await tableDigests(server.db);
    const refused = refusedWith('INVALID', 'body');
    expect(await act(founder.client, 'addApplicationNote', { applicationId, body })).toEqual(refused);
    expect(await act(founder.client, 'updateApplicationNote', { noteId, body })).toEqual(refused);
    expect(await tableDigests(server.db)).toEqual(before);
  });

  it('has notes that their author alone may change', async () => {
    const noteId = await addNote(colleague, applicationId);
    server.clock.advance(60_000);
    const before = server.clock.now();
    const change = { noteId, body: 'Autre chose' };
    expect(await act(founder.client, 'updateApplicationNote', change)).toEqual(failedWith('FORBIDDEN'));
    expect(await bodies(founder)).toEqual(['Bon profil']);
    expect((await act(colleague.client, 'updateApplicationNote', change)).result).toEqual({
      id: noteId,
      body: 'Autre chose',
    });
    const [edge] = (await assessment(founder)).notes?.edges ?? [];
    expect(edge?.node.body).toBe('Autre chose');
    const editedAt = new Date(edge?.node.editedAt ?? 0);
    expect(editedAt.getTime()).toBeGreaterThanOrEqual(before.getTime());
    expect(editedAt.getTime()).toBeLessThanOrEqual(server.clock.now().getTime());
  });

  it('has notes that their author and company admins may remove', async () => {
    const ofFounder = await addNote(founder, applicationId);
    const ofColleague = await addNote(colleague, applicationId);
    const another = await addNote(colleague, applicationId);
    expect(await removeNote(colleague.client, ofFounder)).toBe('FORBIDDEN');
    for (const [client, id] of [
      [colleague.client, ofColleague],
      [founder.client, another],
      [founder.client, ofFounder],
    ] as const)
      expect(await removeNote(client, id)).toEqual({ deletedNoteId: id, userErrors: [] });
    expect(await bodies(founder)).toEqual([]);
    expect(await removeNote(founder.client, ofFounder)).toEqual({
      deletedNoteId: null,
      userErrors: [{ code: 'NOT_FOUND', field: 'noteId' }],
    });
  });

  it('is removed once when it is removed many times at once', async () => {
    const noteId = await addNote(founder, applicationId);
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => removeNote(founder.client, noteId)));
    expect(
      outcomes.filter((one) => (one as { deletedNoteId?: string }).deletedNoteId === noteId),
    ).toHaveLength(1);
  });

  it('is nothing an outsider can write to', async () => {
    const noteId = await addNote(founder, applicationId);
    const attempts: [Act, Record<string, unknown>, string][] = [
      ['addApplicationNote', { applicationId, body: 'Salut' }, 'applicationId'],
      ['rateApplication', { applicationId, rating: 5 }, 'applicationId'],
      ['updateApplicationNote', { noteId, body: 'Salut' }, 'noteId'],
    ];
    const before = await tableDigests(server.db);
    for (const [name, input, field] of attempts) {
      for (const { client } of [unentitled, stranger])
        expect(await act(client, name, input)).toEqual(refusedWith('NOT_FOUND', field));
      for (const { client } of [candidate, admin])
        expect(await act(client, name, input)).toEqual(failedWith('FORBIDDEN'));
      expect(await act(server.client(), name, input)).toEqual(failedWith('UNAUTHENTICATED'));
    }
    expect(await removeNote(candidate.client, noteId)).toBe('FORBIDDEN');
    for (const { client } of [unentitled, stranger])
      expect(await removeNote(client, noteId)).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
    expect(await tableDigests(server.db)).toEqual(before);
  });

  it('is out of reach for an author who has lost the permission or the company', async () => {
    const author = await colleagueOf(server, founder);
    const noteId = await addNote(author, applicationId);
    const change = { noteId, body: 'Autre chose' };
    const profile = sql`where user_id = ${uuidIn(author.id)}`;
    await server.db.rows(sql<object>`update employers set can_manage_candidates = false ${profile}`);
    expect(await act(author.client, 'updateApplicationNote', change)).toEqual(
      refusedWith('NOT_FOUND', 'noteId'),
    );
    await server.db.rows(sql<object>`
      update employers set can_manage_candidates = true, company_id = ${uuidIn(stranger.companyId)} ${profile}`);
    expect(await act(author.client, 'updateApplicationNote', change)).toEqual(
      refusedWith('NOT_FOUND', 'noteId'),
    );
    expect((await assessment(founder)).notes?.edges).toMatchObject([
      { node: { body: 'Bon profil', author: null } },
    ]);
  });

  it('is read in pages, each list with its own', async () => {
    for (const body of ['a', 'b', 'c']) {
      await addNote(founder, applicationId, body);
      server.clock.advance(1000);
    }
    const query = `query ($id: ID!, $after: String) {
      application(id: $id) {
        page: notes(first: 2, after: $after) { totalCount edges { node { body } } pageInfo { hasNextPage endCursor } }
        last: notes(last: 1) { edges { node { body } } }
      }
    }`;
    const { application } = await founder.client.data<{
      application: { page: { edges: unknown; pageInfo: { endCursor: string } }; last: unknown };
    }>(query, { id: applicationId });
    expect(application).toMatchObject({
      page: {
        totalCount: 3,
        edges: [{ node: { body: 'c' } }, { node: { body: 'b' } }],
        pageInfo: { hasNextPage: true },
      },
      last: { edges: [{ node: { body: 'a' } }] },
    });
    const after = application.page.pageInfo.endCursor;
    expect(await founder.client.data(query, { id: applicationId, after })).toMatchObject({
      application: { page: { totalCount: 3, edges: [{ node: { body: 'a' } }] } },
    });
    const { data, errors } = await founder.client.send(query, { id: applicationId, after: 'x' });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(data).toMatchObject({ application: { page: null, last: { edges: [{ node: { body: 'a' } }] } } });
  });
});
