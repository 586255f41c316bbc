import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { globalId } from '../../src/graphql/ids.js';
import { act, failedWith, refusedWith } from '../support/act.js';
import { eventsOfApplication, forceStatus, notificationsOf } from '../support/application-rows.js';
import type { GraphqlClient } from '../support/graphql-client.js';
import { colleagueOf, signUpAdmin } from '../support/members.js';
import { signUp, signUpWithCompany, type EmployerWithCompany, type Person } from '../support/people.js';
import { apply, publishedJob } from '../support/recruitment.js';
import { tableDigests } from '../support/table-digests.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { uuidIn } from '../support/uuid-in.js';

describe('opening an application', () => {
  let server: TestServer;
  let employer: EmployerWithCompany;
  let candidate: Person;
  let jobId: string;
  let applicationId: string;
  beforeAll(async () => {
    server = await startTestServer();
    employer = await signUpWithCompany(server);
    jobId = await publishedJob(employer);
  });
  beforeEach(async () => {
    candidate = await signUp(server, 'CANDIDATE');
    applicationId = await apply(candidate, jobId);
  });
  afterAll(() => server.stop());

  const open = (client: GraphqlClient) => act(client, 'openApplication', { applicationId });

  it('marks it viewed, records who did it and tells the candidate', async () => {
    const colleague = await colleagueOf(server, employer);
    expect((await open(colleague.client)).result).toEqual({ id: applicationId, status: 'VIEWED' });
    expect((await eventsOfApplication(server, applicationId)).slice(1)).toEqual([
      { actor: 'EMPLOYER', actorUserId: uuidIn(colleague.id), from: 'APPLIED', to: 'VIEWED', reason: null },
    ]);
    expect(await notificationsOf(server, candidate)).toEqual([
      {
        type: 'STATUS_CHANGE',
        jobId: uuidIn(jobId),
        applicationId: uuidIn(applicationId),
        payload: { from: 'APPLIED', to: 'VIEWED' },
        readAt: null,
      },
    ]);
  });

  it('by twenty members at once marks it once, and shows it to all of them', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => open(employer.client)));
    expect(outcomes.map(({ result }) => result?.status)).toEqual(Array(20).fill('VIEWED'));
    expect(await eventsOfApplication(server, applicationId)).toHaveLength(2);
    expect(await notificationsOf(server, candidate)).toHaveLength(1);
  });

  it.each(['VIEWED', 'SHORTLISTED', 'INTERVIEW', 'ACCEPTED', 'REJECTED', 'WITHDRAWN'])(
    'shows one that is %s, and changes nothing',
    async (status) => {
      await forceStatus(server, applicationId, status);
      const before = await tableDigests(server.db);
      expect(await open(employer.client)).toEqual({
        error: undefined,
        userErrors: [],
        result: { id: applicationId, status },
      });
      expect(await tableDigests(server.db)).toEqual(before);
    },
  );

  it('is not what a query does', async () => {
    const before = await tableDigests(server.db);
    await employer.client.data('query ($id: ID!) { application(id: $id) { status coverLetter } }', {
      id: applicationId,
    });
    expect(await tableDigests(server.db)).toEqual(before);
  });

  it('is for members who may manage candidates only', async () => {
    const refused = refusedWith('NOT_FOUND', 'applicationId');
    const strangers: [GraphqlClient, unknown][] = [
      [(await colleagueOf(server, employer, { canManageCandidates: false })).client, refused],
      [(await signUpWithCompany(server, 'Iroko')).client, refused],
      [(await signUp(server, 'EMPLOYER')).client, refused],
      [candidate.client, failedWith('FORBIDDEN')],
      [(await signUpAdmin(server)).client, failedWith('FORBIDDEN')],
      [server.client(), failedWith('UNAUTHENTICATED')],
    ];
    const before = await tableDigests(server.db);
    for (const [client, expected] of strangers) expect(await open(client)).toEqual(expected);
    expect(await tableDigests(server.db)).toEqual(before);
  });

  it('that nobody has sent is not found', async () => {
    applicationId = globalId('Application', uuidv7());
    expect(await open(employer.client)).toEqual(refusedWith('NOT_FOUND', 'applicationId'));
  });
});
