import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import type { Answer, GraphqlClient } from '../support/graphql-client.js';
import { signUp, signUpWithCompany } from '../support/people.js';
import { apply, publishedJob } from '../support/recruitment.js';
import { request } from '../support/raw-request.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

type Viewer = 'anonymous' | 'author' | 'candidate';

/** The first executions of a document walk it; from the third on, code runs that was compiled for it. */
const EXECUTIONS = 4;

const JOB = 'fragment J on Job { id title postedAt company { ...C } } fragment C on Company { id name }';

const DOCUMENTS: Record<string, string> = {
  'a list with fragments and aliases': `{ a: jobs(first: 2) { edges { node { ...J } } } b: jobs(last: 1) { totalCount edges { cursor } } } ${JOB}`,
  'an interface': `query ($id: ID!) { node(id: $id) { __typename id ... on Job { ...J } } } ${JOB}`,
  'a list of which some could not be found': `query ($id: ID!) { nodes(ids: ["y", $id, "job_01h455vb4pex5vsknk084sn02q", "x"]) { __typename id } }`,
  'a union': `{ dashboard { __typename
    ... on EmployerDashboard { topJobs { job { id } applications } recentApplication { id candidate { firstName } } }
    ... on CandidateDashboard { recentActivity { application { id status } event { from to at } } } } }`,
  'conditions on fragments': `query ($yes: Boolean = true, $no: Boolean = false) {
    jobs(first: 1) { edges { node { ...J @include(if: $no) id @skip(if: $yes) ...J } } } } ${JOB}`,
  'a condition that leaves nothing': `query ($yes: Boolean = true) { jobs(first: 1) @skip(if: $yes) { totalCount } }`,
  'a variable that is missing': `query ($wanted: ID!) { job(id: $wanted) { id } }`,
  'a variable of another type': `query ($id: Int!) { jobs(first: $id) { totalCount } }`,
  'an enum nobody knows': `query ($id: JobOrder) { jobs(first: 1, orderBy: $id) { totalCount } }`,
  'what is nowhere': `{ job(id: "job_01h455vb4pex5vsknk084sn02q") { id } }`,
  'what only few may see': `{ me { id } users(first: 1) { totalCount } auditLog(first: 1) { totalCount } }`,
  'a bad cursor beside a good list': `{ bad: jobs(first: 1, after: "x") { totalCount } good: jobs(first: 1) { totalCount } }`,
  'a bad cursor inside a list': `{ companies(first: 1) { edges { node { id jobs(first: 1, after: "x") { totalCount } } } } }`,
  'private fields': `query ($id: ID!) { job(id: $id) { hasApplied history { from to } applications(first: 2) { edges { node { id notes(first: 1) { totalCount } } } } } }`,
  'several operations': `query ping { ping } query version { status { version } }`,
  introspection: getIntrospectionQuery(),
};

describe('a document that is sent again and again', () => {
  let server: TestServer;
  let id: string;
  let viewers: Record<Viewer, GraphqlClient>;
  beforeAll(async () => {
    server = await startTestServer();
    const author = await signUpWithCompany(server);
    const candidate = await signUp(server, 'CANDIDATE');
    id = await publishedJob(author);
    await apply(candidate, id);
    viewers = { anonymous: server.client(), author: author.client, candidate: candidate.client };
  });
  afterAll(() => server.stop());

  const cases = Object.keys(DOCUMENTS).flatMap((name) =>
    (['anonymous', 'author', 'candidate'] as const).map((viewer): [string, Viewer] => [name, viewer]),
  );

  it.each(cases)('is answered alike each time: %s, to %s', async (name, viewer) => {
    // A comment of its own makes it a document of its own, not executed by the viewer before.
    const document = `# to ${viewer}\n${DOCUMENTS[name]}`;
    const answers: Pick<Answer<unknown>, 'status' | 'data' | 'errors'>[] = [];
    for (let execution = 0; execution < EXECUTIONS; execution++) {
      const { status, data, errors } = await viewers[viewer].send<unknown>(document, { id });
      answers.push({ status, data, errors });
    }
    expect(answers).toEqual(answers.map(() => answers[0]));
    expect(JSON.stringify(answers)).not.toContain('INTERNAL_SERVER_ERROR');
  });

  it.each([
    ['a variable without a value', 'query ($constructor: Int) { jobs(first: $constructor) { totalCount } }'],
    [
      'another one',
      'query ($toString: Int, $__proto__: Int) { jobs(first: $toString, last: $__proto__) { totalCount } }',
    ],
    ['a field', '{ jobs(first: 1) { __proto__: totalCount pageInfo { hasNextPage } } }'],
    ['a field at the root', '{ __proto__: ping constructor: ping valueOf: ping }'],
    ['a fragment', '{ ...hasOwnProperty } fragment hasOwnProperty on Query { ping }'],
  ])(
    'is answered alike to the letter if a name is one that every object has: of %s',
    async (_what, query) => {
      const texts = new Set<string>();
      for (let execution = 0; execution < EXECUTIONS; execution++) {
        const { text } = await request(server, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query }),
        });
        texts.add(text);
      }
      expect([...texts]).toEqual([expect.stringMatching(/^\{"data":\{.*\}\n$/)]);
    },
  );
});
