import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { globalId } from '../../src/graphql/ids.js';
import { act, failedWith, refusedWith, type Act, type Outcome } from '../support/act.js';
import type { GraphqlClient } from '../support/graphql-client.js';
import { colleagueOf, signUpAdmin } from '../support/members.js';
import { signUp, signUpWithCompany, type EmployerWithCompany } from '../support/people.js';
import { createJob, publishedJob } from '../support/recruitment.js';
import { tableDigests } from '../support/table-digests.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { uuidIn } from '../support/uuid-in.js';

const CHANGES: [Act, Record<string, unknown>][] = [
  ['updateJob', { title: 'Caissier' }],
  ['publishJob', {}],
  ['closeJob', {}],
];

describe('changing a job', () => {
  let server: TestServer;
  let employer: EmployerWithCompany;
  let viewers: Record<string, GraphqlClient>;
  beforeAll(async () => {
    server = await startTestServer();
    employer = await signUpWithCompany(server);
    viewers = {
      member: (await colleagueOf(server, employer, { canCreateJobs: false })).client,
      stranger: (await signUpWithCompany(server, 'Iroko')).client,
      loner: (await signUp(server, 'EMPLOYER')).client,
      candidate: (await signUp(server, 'CANDIDATE')).client,
      administrator: (await signUpAdmin(server)).client,
      anonymous: server.client(),
    };
  });
  afterAll(() => server.stop());

  async function expectRefusals(jobId: string, expected: Record<string, Outcome<never>>): Promise<void> {
    const before = await tableDigests(server.db);
    for (const [name, input] of CHANGES) {
      const outcomes: Record<string, unknown> = {};
      for (const [viewer, client] of Object.entries(viewers)) {
        outcomes[viewer] = await act(client, name, { jobId, ...input });
      }
      expect(outcomes).toEqual(expected);
    }
    expect(await tableDigests(server.db)).toEqual(before);
  }

  it('of another company is forbidden while the job is public', async () => {
    await expectRefusals(await publishedJob(employer), {
      member: failedWith('FORBIDDEN'),
      stranger: failedWith('FORBIDDEN'),
      loner: failedWith('FORBIDDEN'),
      candidate: failedWith('FORBIDDEN'),
      administrator: failedWith('FORBIDDEN'),
      anonymous: failedWith('UNAUTHENTICATED'),
    });
  });

  it('of another company does not even tell that a draft exists', async () => {
    await expectRefusals(await createJob(employer), {
      member: failedWith('FORBIDDEN'),
      stranger: refusedWith('NOT_FOUND', 'jobId'),
      loner: refusedWith('NOT_FOUND', 'jobId'),
      candidate: failedWith('FORBIDDEN'),
      administrator: failedWith('FORBIDDEN'),
      anonymous: failedWith('UNAUTHENTICATED'),
    });
  });

  it.each<[string, () => string]>([
    ['of a job nobody has', () => globalId('Job', uuidv7())],
    ['of something else', () => employer.companyId],
    ['that is no id', () => 'draft'],
    ['that is empty', () => ''],
  ])('is refused with an id %s', async (_case, jobId) => {
    for (const [name, input] of CHANGES) {
      const outcome = await act(employer.client, name, { jobId: jobId(), ...input });
      expect(outcome).toEqual(refusedWith('NOT_FOUND', 'jobId'));
    }
  });

  it('is open to every member with the permission, not to the author alone', async () => {
    const colleague = await colleagueOf(server, employer, { canManageCandidates: false });
    const jobId = await createJob(employer);
    const done = { error: undefined, userErrors: [] };
    for (const [name, input] of CHANGES) {
      expect(await act(colleague.client, name, { jobId, ...input })).toMatchObject(done);
    }
  });

  it('ends for an author who leaves the company', async () => {
    const author = await colleagueOf(server, employer);
    const jobId = await createJob(author);
    expect((await act(author.client, 'updateJob', { jobId, title: 'Mine' })).result).not.toBeNull();
    const elsewhere = await signUpWithCompany(server, 'Ébène');
    await server.db.rows(sql<object>`
      update employers set company_id = ${uuidIn(elsewhere.companyId)} where user_id = ${uuidIn(author.id)}`);
    expect(await act(author.client, 'updateJob', { jobId, title: 'Not mine' })).toEqual(
      refusedWith('NOT_FOUND', 'jobId'),
    );
  });
});
