import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { globalId, parseGlobalId, type NodeType } from '../../src/graphql/ids.js';
import {
  clientOf as clientOfViewer,
  permissionPeople,
  permissionThings,
  type People,
} from '../permissions/permission-world.js';
import { typeRows } from '../permissions/missing-rows.js';
import { viewers, type Viewer } from '../permissions/permissions.js';
import { SIGN_OUT, sessionOf } from '../support/accounts.js';
import { PASSWORD, signUp, signUpWithCompany } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { uuidIn } from '../support/uuid-in.js';

const NODE = 'query ($id: ID!) { node(id: $id) { __typename id } }';

const TYPES = typeRows.filter(({ objects }) => objects).map(({ type }) => type as NodeType);

/** Who sees what is tried by test/permissions, as its table says. */
describe('node(id)', () => {
  let server: TestServer;
  let people: People;
  let ids: Map<string, string>;
  beforeAll(async () => {
    server = await startTestServer();
    people = await permissionPeople(server, {
      author: await signUpWithCompany(server),
      candidate: await signUp(server, 'CANDIDATE'),
      newcomer: await signUp(server, 'EMPLOYER'),
    });
    ids = await permissionThings(server, people);
  });
  afterAll(() => server.stop());

  const clientOf = (viewer: Viewer) => clientOfViewer(server, people, viewer);

  it.each(TYPES)('is null for the id of a %s nobody has', async (type) => {
    for (const viewer of viewers)
      expect(await clientOf(viewer).data(NODE, { id: globalId(type, uuidv7()) })).toEqual({ node: null });
  });

  it('is null for the id of an object under the name of another type', async () => {
    // Among the things there are tokens too.
    const globalIds = [...ids.values()].filter((id) => parseGlobalId(id) !== null);
    expect(globalIds.length).toBeGreaterThan(TYPES.length);
    for (const id of globalIds) {
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
      node: { email: people.author.email, candidate: null, employer: { position: 'DRH' } },
    });
    expect(await clientOf('colleague').data(query, { id })).toEqual({ node: null });
  });
});
