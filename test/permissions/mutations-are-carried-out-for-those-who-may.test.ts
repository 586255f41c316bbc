import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { GraphQLSchema } from 'graphql';
import type { GraphqlClient } from '../support/graphql-client.js';
import { idleQueue } from '../support/idle-queue.js';
import { keepContents, type KeptContents } from '../support/kept-contents.js';
import { mutationExamples, type Example, type World } from '../support/mutation-examples.js';
import { startOidcIssuer, type OidcIssuer } from '../support/oidc-issuer.js';
import { startServerTrusting } from '../support/provider-sign-ins.js';
import { readSchema } from '../support/read-schema.js';
import { signedInNow } from '../support/sign-in-now.js';
import { tableDigests } from '../support/table-digests.js';
import type { TestServer } from '../support/test-server.js';
import { fieldOf, tryMutation } from './outcomes.js';
import { PERMISSIONS } from './permission-table.js';
import { eachViewer, permissionPeople, type People } from './permission-world.js';
import { inWords, type Viewer } from './permissions.js';

const mutations = PERMISSIONS.flatMap((domain) => domain.mutations ?? []);

let server: TestServer;
let issuer: OidcIssuer;
let schema: GraphQLSchema;
let world: World;
let people: People;
let kept: KeptContents;
beforeAll(async () => {
  issuer = await startOidcIssuer();
  server = await startServerTrusting(issuer);
  schema = await readSchema(server);
  world = await mutationExamples(server, issuer);
  people = await permissionPeople(server, world.people);
  kept = await keepContents(server);
}, 60_000);
afterAll(async () => {
  await server.stop();
  await issuer.stop();
});

/** Which viewer the client of an example speaks for: it may be somebody made for that example. */
async function speaksFor({ client }: Example): Promise<Viewer> {
  const { data } = await client.send<{
    me: { role: string; employer: { isCompanyAdmin: boolean; company: object | null } | null } | null;
  }>('{ me { role employer { isCompanyAdmin company { id } } } }');
  const { me } = data;
  if (!me) return 'anonymous';
  if (me.role === 'ADMIN') return 'administrator';
  if (me.role === 'CANDIDATE') return 'candidate';
  if (!me.employer?.company) return 'newcomer';
  return me.employer.isCompanyAdmin ? 'author' : 'colleague';
}

async function exampleOf(mutation: string): Promise<Example> {
  const make = world.examples[mutation];
  if (make) return make();
  if (fieldOf(schema, 'Mutation', mutation).args.length > 0)
    throw new Error(`no example of ${mutation}: add one to test/support/mutation-examples.ts`);
  return { client: server.client(), input: {} };
}

/** A session nobody has used, which the mutation may end. */
async function freshClient(viewer: Viewer): Promise<GraphqlClient> {
  return viewer === 'anonymous' ? server.client() : (await signedInNow(server, people[viewer])).client;
}

it.each(mutations.map((row) => ({ name: inWords(row), row })))(
  '$name is carried out for those who may, and changes nothing for anybody else',
  async ({ row: { operation, leaveOut = [], cells } }) => {
    const changes: string[] = [];
    const owner = await speaksFor(await exampleOf(operation));
    const outcomes = await eachViewer(async (viewer) => {
      const example = await exampleOf(operation);
      const client = viewer === owner ? example.client : await freshClient(viewer);
      const input = { ...example.input };
      for (const field of leaveOut) delete input[field];
      await idleQueue(server);
      const before = await tableDigests(server.db);
      const outcome = await tryMutation(schema, client, operation, input);
      await idleQueue(server);
      const after = await tableDigests(server.db);
      if (outcome !== 'allowed' && !isDeepStrictEqual(after, before))
        changes.push(`${viewer}: ${outcome}, and yet something changed`);
      await kept.restore(after);
      return outcome;
    });
    expect(outcomes).toEqual(cells);
    expect(changes).toEqual([]);
  },
);
