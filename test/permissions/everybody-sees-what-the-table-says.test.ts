import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isObjectType, type GraphQLSchema } from 'graphql';
import type { GraphqlClient } from '../support/graphql-client.js';
import { signUp, signUpWithCompany } from '../support/people.js';
import { readSchema } from '../support/read-schema.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { typeRows } from './missing-rows.js';
import { tryQuery } from './outcomes.js';
import { PERMISSIONS } from './permission-table.js';
import { clientOf, eachViewer, permissionPeople, permissionThings, type People } from './permission-world.js';
import { inWords, viewers, type QueryRow } from './permissions.js';
import { surprises } from './surprises.js';
import { Readings, wholeSelection } from './whole-answers.js';

const queries = PERMISSIONS.flatMap((domain) => domain.queries ?? []);

let server: TestServer;
let schema: GraphQLSchema;
let people: People;
let things: Map<string, string>;
beforeAll(async () => {
  server = await startTestServer();
  schema = await readSchema(server);
  people = await permissionPeople(server, {
    author: await signUpWithCompany(server),
    candidate: await signUp(server, 'CANDIDATE'),
    newcomer: await signUp(server, 'EMPLOYER'),
  });
  things = await permissionThings(server, people);
}, 60_000);
afterAll(() => server.stop());

/** Arguments with the ids of the things they name. */
const withIds = (args: unknown): unknown => {
  if (Array.isArray(args)) return args.map(withIds);
  return typeof args === 'string' ? (things.get(args) ?? args) : args;
};
const argumentsOf = ({ args = {} }: QueryRow) =>
  Object.fromEntries(Object.entries(args).map(([name, value]) => [name, withIds(value)]));

describe('queries', () => {
  it.each(queries.map((row) => ({ name: inWords(row), row })))(
    '$name answers those who may ask',
    async ({ row }) => {
      const outcomes = await eachViewer(async (viewer) => {
        const client = clientOf(server, people, viewer);
        return (await tryQuery(schema, client, row.operation, argumentsOf(row))).outcome;
      });
      expect(outcomes).toEqual(row.cells);
    },
  );
});

describe('node(id) and nodes(ids)', () => {
  const NODE = 'query ($id: ID!) { node(id: $id) { __typename id } nodes(ids: [$id]) { __typename id } }';

  const objects = typeRows.flatMap(({ type, objects: named = {} }) =>
    Object.entries(named).map(([thing, seenBy]) => ({ type, thing, seenBy })),
  );

  it.each(objects)('show $thing to those who may see it, and are null for everybody else', async (object) => {
    const { type, thing, seenBy } = object;
    const id = things.get(thing);
    expect(id).toBeDefined();
    const answers = await eachViewer((viewer) => clientOf(server, people, viewer).data(NODE, { id }));
    const node = { __typename: type, id };
    expect(answers).toEqual(
      Object.fromEntries(
        viewers.map((viewer) =>
          seenBy.includes(viewer)
            ? [viewer, { node, nodes: [node] }]
            : [viewer, { node: null, nodes: [null] }],
        ),
      ),
    );
  });
});

describe('fields', () => {
  let readings: Readings;
  beforeAll(async () => {
    readings = new Readings(schema);
    for (const viewer of viewers) {
      const client = clientOf(server, people, viewer);
      for (const row of queries.filter(({ cells }) => cells[viewer] === 'allowed')) {
        const { value } = await tryQuery(schema, client, row.operation, argumentsOf(row));
        readings.add(viewer, inWords(row), value);
      }
      for (const { type, objects = {} } of typeRows) {
        for (const [thing, seenBy] of Object.entries(objects)) {
          if (seenBy.includes(viewer)) readings.add(viewer, thing, await wholeNode(client, type, thing));
        }
      }
    }
  });

  async function wholeNode(client: GraphqlClient, name: string, thing: string): Promise<unknown> {
    const type = schema.getType(name);
    if (!isObjectType(type)) throw new Error(`the schema has no type ${name}`);
    const query = `query ($id: ID!) { node(id: $id) { ... on ${name} ${wholeSelection(type)} } }`;
    return (await client.send<{ node: unknown } | null>(query, { id: things.get(thing) })).data?.node;
  }

  it.each(typeRows)('of $type are read by all who get one, but for what the table says', (row) => {
    expect(surprises(schema, readings, row)).toEqual([]);
  });

  it('of pages are read by all who get one', () => {
    const pages = [...readings.types].filter((type) => type.endsWith('Connection'));
    expect(pages.flatMap((type) => surprises(schema, readings, { type, seen: '' }))).toEqual([]);
  });
});
