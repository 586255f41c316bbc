import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isObjectType, type GraphQLSchema } from 'graphql';
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
import { tryMutation, tryQuery } from './outcomes.js';
import { missingRows, typeRows } from './missing-rows.js';
import { PERMISSIONS } from './permission-table.js';
import { clientOf, permissionPeople, permissionThings, type People } from './permission-world.js';
import {
  viewers,
  type Cells,
  type MutationRow,
  type QueryRow,
  type Viewer,
} from './permissions.js';
import { Readings, wholeSelection } from './whole-answers.js';

const queries = PERMISSIONS.flatMap((domain) => domain.queries ?? []);
const mutations = PERMISSIONS.flatMap((domain) => domain.mutations ?? []);

/** Says what a row is about in the name of its test. */
const named = <Row extends QueryRow | MutationRow>(row: Row): [string, Row] => [
  row.operation + (row.of === undefined ? '' : ` (${row.of})`),
  row,
];

let server: TestServer;
let issuer: OidcIssuer;
let schema: GraphQLSchema;
let world: World;
let people: People;
let things: Map<string, string>;
let kept: KeptContents;
beforeAll(async () => {
  issuer = await startOidcIssuer();
  server = await startServerTrusting(issuer);
  schema = await readSchema(server);
  world = await mutationExamples(server, issuer);
  people = await permissionPeople(server, world.people);
  things = await permissionThings(server, people);
  kept = await keepContents(server);
});
afterAll(async () => {
  await server.stop();
  await issuer.stop();
});

it('the table has a row for every operation and type of the schema, and no other', () => {
  expect(missingRows(schema)).toEqual([]);
});

async function eachViewer<T>(ask: (viewer: Viewer) => Promise<T>): Promise<Record<Viewer, T>> {
  const answers: Partial<Record<Viewer, T>> = {};
  for (const viewer of viewers) answers[viewer] = await ask(viewer);
  return answers as Record<Viewer, T>;
}

describe('queries', () => {
  const withIds = (args: unknown): unknown => {
    if (Array.isArray(args)) return args.map(withIds);
    return typeof args === 'string' ? (things.get(args) ?? args) : args;
  };
  const argumentsOf = ({ args = {} }: QueryRow) =>
    Object.fromEntries(Object.entries(args).map(([name, value]) => [name, withIds(value)]));

  it.each(queries.map(named))('%s answers those who may ask', async (_name, row) => {
    const outcomes = await eachViewer(async (viewer) => {
      const client = clientOf(server, people, viewer);
      return (await tryQuery(schema, client, row.operation, argumentsOf(row))).outcome;
    });
    expect(outcomes).toEqual(row.cells);
  });
});

describe('mutations', () => {
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
    return make ? make() : { client: server.client(), input: {} };
  }

  /** A session nobody has used, which the mutation may end. */
  async function freshClient(viewer: Viewer): Promise<GraphqlClient> {
    return viewer === 'anonymous' ? server.client() : (await signedInNow(server, people[viewer])).client;
  }

  it.each(mutations.map(named))(
    '%s is carried out for those who may, and changes nothing for anybody else',
    async (_name, { operation, leaveOut = [], cells }) => {
      const changes: string[] = [];
      const outcomes = await eachViewer(async (viewer) => {
        const example = await exampleOf(operation);
        const isTheirs = viewer !== 'anonymous' && (await speaksFor(example)) === viewer;
        const client = isTheirs ? example.client : await freshClient(viewer);
        const input = { ...example.input };
        for (const field of leaveOut) delete input[field];
        await idleQueue(server);
        const before = await tableDigests(server.db);
        const outcome = await tryMutation(schema, client, operation, input);
        await idleQueue(server);
        if (outcome !== 'allowed' && !isDeepStrictEqual(await tableDigests(server.db), before))
          changes.push(`${viewer}: ${outcome}, and yet something changed`);
        await kept.restore();
        return outcome;
      });
      expect(outcomes).toEqual(cells);
      expect(changes).toEqual([]);
    },
  );
});
