import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { GraphqlClient } from '../support/graphql-client.js';
import { signUpAdmin } from '../support/members.js';
import { signUp, signUpWithCompany, type EmployerWithCompany, type Person } from '../support/people.js';
import { apply, createJob, move, publishedJob } from '../support/recruitment.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const JOB = 'id title status hasApplied applications(first: 5) { edges { node { id status } } }';

/**
 * What viewers look at: public lists with fields that depend on who looks, and pages of their own. How many have applied is left
 * out, since that alone may be as old as its page.
 */
const READS = [
  `{ jobs { totalCount edges { cursor node { ${JOB} company { id name } } } pageInfo { hasNextPage } } }`,
  `{ jobs(first: 2, orderBy: SALARY) { edges { node { ${JOB} } } pageInfo { hasNextPage endCursor } } }`,
  '{ jobs(last: 2) { edges { node { id title } } } }',
  `{ jobs(filter: { country: ["GA"] }) { edges { node { ${JOB} } } } }`,
  `{ jobs(filter: { country: ["CM"] }) { totalCount edges { node { id title } } } }`,
  `{ jobs(search: "comptable") { totalCount searchedFor edges { node { ${JOB} } highlights { title { text isMatch } } } } }`,
  `{ companies { totalCount edges { node { id name verifiedAt stats { jobs } jobs { edges { node { ${JOB} } } } } } } }`,
  '{ companies(search: "bois") { edges { node { id name } } } }',
  // Whole answers are kept of these.
  '{ jobs { totalCount edges { cursor node { id title status company { id name verifiedAt publishedJobsCount } } } } }',
  '{ jobs(search: "comptable") { searchedFor edges { node { title company { name } } highlights { title { text isMatch } } } } }',
  '{ companies { edges { node { id name verifiedAt logoUrl publishedJobsCount jobs(first: 3) { totalCount edges { node { id title status } } } } } } }',
  '{ dashboard { __typename ... on EmployerDashboard { activeJobs applications } ... on CandidateDashboard { applicationsSent publishedJobs } } }',
] as const;

const VIEWERS = ['nobody', 'candidate', 'other candidate', 'employer', 'other employer', 'admin'] as const;
const EMPLOYERS = ['employer', 'other employer'] as const;
const CANDIDATES = ['candidate', 'other candidate'] as const;
const ON_JOBS = [
  'closeJob(input: { jobId: $id })',
  'publishJob(input: { jobId: $id })',
  'deleteJob(input: { jobId: $id })',
  'updateJob(input: { jobId: $id, title: "Comptable confirmé", country: "CM" })',
  'updateJob(input: { jobId: $id, title: "Comptable", country: "GA" })',
] as const;

interface World {
  clients: Record<(typeof VIEWERS)[number], GraphqlClient>;
  employers: Record<(typeof EMPLOYERS)[number], EmployerWithCompany>;
  candidates: Record<(typeof CANDIDATES)[number], Person>;
  jobs: { id: string; by: (typeof EMPLOYERS)[number] }[];
  applications: { id: string; to: (typeof EMPLOYERS)[number] }[];
}

/** One thing that somebody does; what the rules refuse changes nothing, and is fine. */
type Step = (world: World) => Promise<unknown>;

/** An item by a number that may be greater than there are items. */
const pick = <Item>(items: readonly Item[], index: number): Item | undefined => items[index % items.length];

const reading = fc
  .record({ viewer: fc.constantFrom(...VIEWERS), query: fc.constantFrom(...READS) })
  .map((read) => ({ read }));

const writing: fc.Arbitrary<{ write: Step }> = fc
  .oneof(
    fc.constantFrom(...EMPLOYERS).map((by): Step => async ({ employers, jobs }) => {
      jobs.push({ by, id: await publishedJob(employers[by]) });
    }),
    fc.constantFrom(...EMPLOYERS).map((by): Step => async ({ employers, jobs }) => {
      jobs.push({ by, id: await createJob(employers[by], { title: 'Comptable bois' }) });
    }),
    fc.tuple(fc.nat(), fc.constantFrom(...ON_JOBS)).map(([index, act]): Step => async (world) => {
      const job = pick(world.jobs, index);
      if (!job) return;
      const document = `mutation ($id: ID!) { ${act} { userErrors { code } } }`;
      await world.employers[job.by].client.send(document, { id: job.id });
    }),
    fc.tuple(fc.nat(), fc.constantFrom(...CANDIDATES)).map(([index, by]): Step => async (world) => {
      const job = pick(world.jobs, index);
      if (!job) return;
      const id = await apply(world.candidates[by], job.id).catch(() => null);
      if (id !== null) world.applications.push({ id, to: job.by });
    }),
    fc.nat().map((index): Step => async ({ applications, employers }) => {
      const application = pick(applications, index);
      if (application) await move(employers[application.to], application.id, 'SHORTLISTED');
    }),
    fc.tuple(fc.constantFrom(...EMPLOYERS), fc.constantFrom('Okoumé Bois', 'Padouk')).map(
      ([by, name]): Step =>
        ({ employers }) =>
          employers[by].client.send(
            'mutation ($name: String!) { updateCompany(input: { name: $name }) { userErrors { code } } }',
            { name },
          ),
    ),
    fc.tuple(fc.constantFrom(...EMPLOYERS), fc.constantFrom('verifyCompany', 'unverifyCompany')).map(
      ([whose, act]): Step =>
        ({ clients, employers }) =>
          clients.admin.send(
            `mutation ($id: ID!) { ${act}(input: { companyId: $id }) { userErrors { code } } }`,
            { id: employers[whose].companyId },
          ),
    ),
    fc.nat().map((index): Step => async ({ clients, jobs }) => {
      const job = pick(jobs, index);
      const document =
        'mutation ($id: ID!) { takeDownJob(input: { jobId: $id, reason: "Spam" }) { userErrors { code } } }';
      if (job) await clients.admin.send(document, { id: job.id });
    }),
  )
  .map((write) => ({ write }));

describe('whatever anybody does', () => {
  let server: TestServer;
  let uncached: TestServer;
  let world: World;
  beforeAll(async () => {
    server = await startTestServer({ env: { LIST_CACHE_SECONDS: '60' } });
    uncached = await startTestServer({ databaseUrl: server.databaseUrl });
    const employers = {
      employer: await signUpWithCompany(server),
      'other employer': await signUpWithCompany(server, 'Padouk'),
    };
    const candidates = {
      candidate: await signUp(server, 'CANDIDATE'),
      'other candidate': await signUp(server, 'CANDIDATE'),
    };
    const people = { ...employers, ...candidates, admin: await signUpAdmin(server) };
    const clients = Object.fromEntries(Object.entries(people).map(([name, { client }]) => [name, client]));
    world = {
      employers,
      candidates,
      clients: { nobody: server.client(), ...clients } as World['clients'],
      jobs: [{ by: 'employer', id: await publishedJob(employers.employer) }],
      applications: [],
    };
  });
  afterAll(async () => {
    await uncached.stop();
    await server.stop();
  });

  it(
    'everybody is answered as by a server that keeps no lists in memory',
    () =>
      fc.assert(
        fc.asyncProperty(
          fc.array(fc.oneof({ weight: 3, arbitrary: reading }, { weight: 1, arbitrary: writing }), {
            minLength: 10,
            maxLength: 40,
          }),
          async (steps) => {
            for (const step of steps) {
              if ('write' in step) {
                await step.write(world);
                continue;
              }
              const { viewer, query } = step.read;
              const answer = await world.clients[viewer].send(query);
              const expected = await world.clients[viewer].at(`${uncached.url}/graphql`).send(query);
              expect({ viewer, query, data: answer.data, codes: codesOf(answer) }).toEqual({
                viewer,
                query,
                data: expected.data,
                codes: codesOf(expected),
              });
            }
          },
        ),
        { numRuns: 12, endOnFailure: true },
      ),
    120_000,
  );
});

function codesOf({
  errors,
}: {
  errors: { extensions: { code: string } }[] | undefined;
}): string[] | undefined {
  return errors?.map(({ extensions }) => extensions.code);
}
