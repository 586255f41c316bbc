import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { globalId, type NodeType } from '../../src/graphql/ids.js';
import { candidateRowOf } from '../support/application-rows.js';
import { SIGN_OUT, sessionOf } from '../support/accounts.js';
import type { GraphqlClient } from '../support/graphql-client.js';
import { completedCv } from '../support/cvs.js';
import { colleagueOf, signUpAdmin } from '../support/members.js';
import { insertNotifications } from '../support/notification-rows.js';
import {
  PASSWORD,
  signUp,
  signUpWithCompany,
  type EmployerWithCompany,
  type Person,
} from '../support/people.js';
import { addedTo } from '../support/profiles.js';
import { addNote, apply, createJob, publishedJob } from '../support/recruitment.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { uuidIn } from '../support/uuid-in.js';

const NODE = 'query ($id: ID!) { node(id: $id) { __typename id } }';

const TYPES: NodeType[] = [
  'User',
  'Company',
  'Employer',
  'Candidate',
  'Experience',
  'Education',
  'Skill',
  'Cv',
  'Job',
  'Application',
  'ApplicationNote',
  'Notification',
  'Session',
];

const VIEWERS = [
  'anonymous',
  'candidate',
  'other candidate',
  'author',
  'colleague',
  'colleague who may not manage candidates',
  'employer of another company',
  'employer without a company',
  'other employer without a company',
  'administrator',
] as const;
type ViewerName = (typeof VIEWERS)[number];

const EVERYBODY: readonly ViewerName[] = VIEWERS;

/** Who sees what; nobody else does. The members are the author and both colleagues. */
const SEEN_BY: Record<string, readonly ViewerName[]> = {
  'the user behind the candidate': ['candidate', 'administrator'],
  'the user behind the author': ['author', 'administrator'],
  'the company': EVERYBODY,
  'the profile of the author': [
    'author',
    'colleague',
    'colleague who may not manage candidates',
    'administrator',
  ],
  'the profile of the employer without a company': ['employer without a company', 'administrator'],
  'the profile of the candidate': ['candidate', 'author', 'colleague', 'administrator'],
  'an experience of the candidate': ['candidate', 'author', 'colleague', 'administrator'],
  'an education of the candidate': ['candidate', 'author', 'colleague', 'administrator'],
  'a skill of the candidate': ['candidate', 'author', 'colleague', 'administrator'],
  'the CV sent with the application': ['candidate', 'author', 'colleague', 'administrator'],
  'a CV sent with none': ['candidate', 'administrator'],
  'the CV of the other candidate': ['other candidate', 'administrator'],
  'a skill of the other candidate': ['other candidate', 'administrator'],
  'the profile of the other candidate': ['other candidate', 'administrator'],
  'a published job': EVERYBODY,
  'a draft': ['author', 'colleague', 'colleague who may not manage candidates', 'administrator'],
  'an application': ['candidate', 'author', 'colleague', 'administrator'],
  'a session of the candidate': ['candidate'],
  'a note on the application': ['author', 'colleague'],
  'a notification of the administrator': ['administrator'],
  'a notification of the candidate': ['candidate'],
};

describe('node(id)', () => {
  let server: TestServer;
  const clients = new Map<ViewerName, GraphqlClient>();
  const ids = new Map<string, string>();
  let author: EmployerWithCompany;
  beforeAll(async () => {
    server = await startTestServer();
    author = await signUpWithCompany(server);
    const people: Record<Exclude<ViewerName, 'anonymous'>, Person> = {
      candidate: await signUp(server, 'CANDIDATE'),
      'other candidate': await signUp(server, 'CANDIDATE'),
      author,
      colleague: await colleagueOf(server, author),
      'colleague who may not manage candidates': await colleagueOf(server, author, {
        canManageCandidates: false,
      }),
      'employer of another company': await signUpWithCompany(server, 'Iroko'),
      'employer without a company': await signUp(server, 'EMPLOYER'),
      'other employer without a company': await signUp(server, 'EMPLOYER'),
      administrator: await signUpAdmin(server),
    };
    clients.set('anonymous', server.client());
    for (const [name, { client }] of Object.entries(people)) clients.set(name as ViewerName, client);
    const jobId = await publishedJob(author);
    ids.set('the user behind the candidate', people.candidate.id);
    ids.set('the user behind the author', author.id);
    ids.set('the company', author.companyId);
    ids.set('the profile of the author', await employerIdOf(author));
    ids.set(
      'the profile of the employer without a company',
      await employerIdOf(people['employer without a company']),
    );
    ids.set(
      'the profile of the candidate',
      globalId('Candidate', await candidateRowOf(server, people.candidate)),
    );
    ids.set(
      'the profile of the other candidate',
      globalId('Candidate', await candidateRowOf(server, people['other candidate'])),
    );
    const listed = await addedTo(people.candidate);
    ids.set('an experience of the candidate', listed.experience);
    ids.set('an education of the candidate', listed.education);
    ids.set('a skill of the candidate', listed.skill);
    ids.set('a skill of the other candidate', (await addedTo(people['other candidate'])).skill);
    ids.set('the CV sent with the application', await completedCv(people.candidate));
    ids.set('a CV sent with none', await completedCv(people.candidate));
    ids.set('the CV of the other candidate', await completedCv(people['other candidate']));
    ids.set('a published job', jobId);
    ids.set('a draft', await createJob(author));
    const applicationId = await apply(people.candidate, jobId);
    ids.set('an application', applicationId);
    ids.set('a note on the application', await addNote(author, applicationId));
    for (const name of ['administrator', 'candidate'] as const) {
      const [notificationId = ''] = await insertNotifications(server, people[name], [{ applicationId }]);
      ids.set(`a notification of the ${name}`, notificationId);
    }
    const { id: sessionId } = await sessionOf(server, people.candidate.accessToken);
    ids.set('a session of the candidate', globalId('Session', sessionId));
  });
  afterAll(() => server.stop());

  async function employerIdOf(person: Person): Promise<string> {
    const row = await server.db.row(sql<{ id: string }>`
      select id from employers where user_id = ${uuidIn(person.id)}`);
    return globalId('Employer', `${row?.id}`);
  }

  const clientOf = (viewer: ViewerName) => clients.get(viewer) ?? server.client();

  it.each(Object.entries(SEEN_BY))(
    'shows %s to whom it concerns, and is null for everybody else',
    async (what, seenBy) => {
      const id = ids.get(what);
      const actual: Partial<Record<ViewerName, unknown>> = {};
      for (const viewer of VIEWERS) {
        const { node } = await clientOf(viewer).data<{ node: { id: string } | null }>(NODE, { id });
        actual[viewer] = node?.id ?? null;
      }
      expect(actual).toEqual(
        Object.fromEntries(VIEWERS.map((viewer) => [viewer, seenBy.includes(viewer) ? id : null])),
      );
    },
  );

  it('tells the type of each object', async () => {
    const types = new Set<string>();
    for (const [what, id] of ids) {
      const client = clientOf(SEEN_BY[what]?.at(-1) ?? 'anonymous');
      types.add((await client.data<{ node: { __typename: string } }>(NODE, { id })).node.__typename);
    }
    expect([...types].sort()).toEqual(TYPES.toSorted());
  });

  it.each(TYPES)('is null for the id of a %s nobody has', async (type) => {
    for (const viewer of VIEWERS)
      expect(await clientOf(viewer).data(NODE, { id: globalId(type, uuidv7()) })).toEqual({ node: null });
  });

  it('is null for the id of an object under the name of another type', async () => {
    for (const id of ids.values()) {
      for (const type of TYPES.filter((other) => globalId(other, uuidIn(id)) !== id)) {
        expect(await clientOf('administrator').data(NODE, { id: globalId(type, uuidIn(id)) })).toEqual({
          node: null,
        });
      }
    }
  });

  it.each([
    '',
    ' ',
    '1',
    'job',
    'job_',
    'JOB_01m85s551qeafvhx9z7hjh7y9h',
    'job_01M85S551QEAFVHX9Z7HJH7Y9H',
    'job_01m85s551qeafvhx9z7hjh7y9',
    'job_01m85s551qeafvhx9z7hjh7y9hh',
    'job_8zzzzzzzzzzzzzzzzzzzzzzzzz',
    'job_01m85s551qeafvhx9z7hjh7y9u',
    ' job_01m85s551qeafvhx9z7hjh7y9h',
    'upload_01m85s551qeafvhx9z7hjh7y9h',
    'sessions_01m85s551qeafvhx9z7hjh7y9h',
    'constructor_01m85s551qeafvhx9z7hjh7y9h',
    '01a20b92-9416-7115-8399-46dd829c70f7',
    "job_' or true --",
    'job_01m85s551qeafvhx9z7hjh7y9h\n',
    '💼',
    'x'.repeat(300_000),
  ])('refuses %j, which is no global id', async (id) => {
    expect(await clientOf('administrator').errorCode(NODE, { id })).toBe('BAD_USER_INPUT');
    expect(await clientOf('anonymous').errorCode(NODE, { id })).toBe('BAD_USER_INPUT');
  });

  it('never shows what an application id opened a moment ago to another viewer', async () => {
    const id = ids.get('an application');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        clientOf(index % 2 === 0 ? 'candidate' : 'other candidate').data<{ node: { id: string } | null }>(
          NODE,
          { id },
        ),
      ),
    );
    expect(answers.map(({ node }) => node?.id ?? null)).toEqual(
      answers.map((_, index) => (index % 2 === 0 ? id : null)),
    );
  });

  it('shows a session as long as it lives', async () => {
    const { client, accessToken, email } = await signUp(server, 'CANDIDATE');
    const { signIn: other } = await server
      .client()
      .data<{ signIn: { accessToken: string } }>(
        'mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }',
        { input: { email, password: PASSWORD } },
      );
    const id = globalId('Session', (await sessionOf(server, accessToken)).id);
    const elsewhere = server.client().signedIn(other.accessToken);
    expect(await elsewhere.data(NODE, { id })).toEqual({ node: { __typename: 'Session', id } });
    await client.data(SIGN_OUT);
    expect(await elsewhere.data(NODE, { id })).toEqual({ node: null });
  });

  it('opens only the fields of what it shows', async () => {
    const query = `query ($id: ID!) {
      node(id: $id) { ... on User { email candidate { phone } employer { position } } }
    }`;
    const id = ids.get('the user behind the author');
    expect(await clientOf('author').data(query, { id })).toEqual({
      node: { email: author.email, candidate: null, employer: { position: null } },
    });
    expect(await clientOf('colleague').data(query, { id })).toEqual({ node: null });
  });
});
