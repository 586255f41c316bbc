import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isNonNullType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { adminExamples } from '../support/admin-examples.js';
import type { GraphqlClient } from '../support/graphql-client.js';
import { signUpAdmin } from '../support/members.js';
import type { Examples } from '../support/mutation-examples.js';
import { signUp, signUpWithCompany } from '../support/people.js';
import { readSchema } from '../support/read-schema.js';
import { tableDigests } from '../support/table-digests.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { uuidIn } from '../support/uuid-in.js';

const QUERIES = ['adminJobs', 'auditLog', 'user', 'userInvitations', 'users'];

/** Answered by whoever was invited, not by administrators. */
const OF_THE_INVITED = 'acceptUserInvitation';

/** Anything the schema takes: authorisation comes before the input is looked at. */
function anyValue(type: GraphQLInputType): unknown {
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues()[0]?.name;
  if (!isInputObjectType(named)) return named.name === 'Int' ? 1 : 'x';
  const required = Object.values(named.getFields()).filter((field) => isNonNullType(field.type));
  return Object.fromEntries(required.map((field) => [field.name, anyValue(field.type)]));
}

function documentOf(
  kind: 'query' | 'mutation',
  { name, args, type }: GraphQLField<unknown, unknown>,
): string {
  const required = args.filter((arg) => isNonNullType(arg.type));
  const variables = required.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const passed = required.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const selection = isLeafType(getNamedType(type)) ? '' : '{ __typename }';
  return `${kind} ${variables && `(${variables})`} { ${name}${passed && `(${passed})`} ${selection} }`;
}

const variablesOf = ({ args }: GraphQLField<unknown, unknown>) =>
  Object.fromEntries(
    args.filter((arg) => isNonNullType(arg.type)).map((arg) => [arg.name, anyValue(arg.type)]),
  );

describe('administration', () => {
  let server: TestServer;
  let schema: GraphQLSchema;
  let examples: Examples;
  beforeAll(async () => {
    server = await startTestServer();
    schema = await readSchema(server);
    const employer = await signUpWithCompany(server);
    examples = await adminExamples(server, { employer, foreign: [] });
  });
  afterAll(() => server.stop());

  const codeFor = (
    client: GraphqlClient,
    kind: 'query' | 'mutation',
    field: GraphQLField<unknown, unknown>,
  ) =>
    client
      .send(documentOf(kind, field), variablesOf(field))
      .then(({ errors }) => `${errors?.[0]?.extensions.code} ${errors?.[0]?.message}`);

  const ONLY = 'FORBIDDEN Only administrators may do this.';

  const mutations = () => Object.values(schema.getMutationType()?.getFields() ?? {});
  const ofAdmins = () => Object.keys(examples).filter((name) => name !== OF_THE_INVITED);

  it('forbids each of its mutations to employers and candidates, and knows them all', async () => {
    const found: string[] = [];
    for (const field of mutations()) {
      const codes = [
        await codeFor((await signUpWithCompany(server)).client, 'mutation', field),
        await codeFor((await signUp(server, 'CANDIDATE')).client, 'mutation', field),
      ];
      if (codes.includes(ONLY)) {
        found.push(field.name);
        expect([field.name, ...codes]).toEqual([field.name, ONLY, ONLY]);
      }
    }
    expect(found.toSorted()).toEqual(ofAdmins().toSorted());
  }, 120_000);

  it('forbids each of its queries to employers and candidates', async () => {
    const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
    const clients = [(await signUpWithCompany(server)).client, (await signUp(server, 'CANDIDATE')).client];
    for (const client of clients) {
      const found: string[] = [];
      for (const field of fields)
        if ((await codeFor(client, 'query', field)) === ONLY) found.push(field.name);
      expect(found.toSorted()).toEqual(QUERIES);
    }
  });

  it('asks somebody anonymous to sign in first, and changes nothing', async () => {
    const before = await tableDigests(server.db);
    const fields = [
      ...mutations().filter(({ name }) => ofAdmins().includes(name)),
      ...Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ name }) => QUERIES.includes(name)),
    ];
    expect(fields).toHaveLength(ofAdmins().length + QUERIES.length);
    for (const field of fields) {
      const kind = QUERIES.includes(field.name) ? 'query' : 'mutation';
      expect(await codeFor(server.client(), kind, field)).toMatch(/^UNAUTHENTICATED/);
    }
    expect(await tableDigests(server.db)).toEqual(before);
  });

  it('records one entry of the acting administrator for each of its mutations', async () => {
    const newest = () =>
      server.db.rows(sql<{ actor: string; requestId: string | null; ip: string | null }>`
        select actor_user_id as actor, request_id as "requestId", ip::text as ip from audit_log`);
    for (const name of ofAdmins()) {
      const example = await examples[name]?.();
      const field = mutations().find((mutation) => mutation.name === name);
      if (!example || !field) throw new Error(`no example of ${name}`);
      const { me } = await example.client.data<{ me: { id: string } }>('{ me { id } }');
      const before = await newest();
      const { errors } = await example.client.send(documentOf('mutation', field), { input: example.input });
      const after = await newest();
      const added = after.slice(before.length);
      expect([name, errors, added]).toEqual([
        name,
        undefined,
        [{ actor: uuidIn(me.id), requestId: expect.stringMatching(/\S/), ip: expect.stringMatching(/\S/) }],
      ]);
    }
  });

  it('records nothing when the act is refused', async () => {
    const admin = await signUpAdmin(server);
    const before = await tableDigests(server.db);
    for (const field of mutations().filter(({ name }) => ofAdmins().includes(name))) {
      await admin.client.send(documentOf('mutation', field), variablesOf(field));
    }
    expect(await tableDigests(server.db)).toEqual(before);
  });
});
