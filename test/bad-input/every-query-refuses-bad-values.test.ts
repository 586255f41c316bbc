import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { signUpAdmin } from '../support/members.js';
import { signUp, signUpWithCompany } from '../support/people.js';
import { apply, publishedJob } from '../support/recruitment.js';
import { readSchema } from '../support/read-schema.js';
import { tableDigests } from '../support/table-digests.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import type { GraphqlClient } from '../support/graphql-client.js';

const QUERIES = [
  'adminJobs',
  'application',
  'applicationSources',
  'auditLog',
  'companies',
  'company',
  'companyApplications',
  'companyJobs',
  'companyOfInvitation',
  'dashboard',
  'job',
  'jobApplications',
  'jobs',
  'myApplications',
  'node',
  'nodes',
  'notifications',
  'recentJobsCount',
  'user',
  'userInvitations',
  'users',
];

/** Never right for any argument there is, whatever its type. */
const NEVER_RIGHT: unknown[] = [
  {},
  { a: 1 },
  1.5,
  'a\0b',
  'a\ud800b',
  [[['x']]],
  ['a\0b'],
  { constructor: 1 },
];

describe('bad input', () => {
  let server: TestServer;
  let schema: GraphQLSchema;
  let viewers: GraphqlClient[];
  let ids: string[];
  beforeAll(async () => {
    server = await startTestServer();
    schema = await readSchema(server);
    const employer = await signUpWithCompany(server);
    const candidate = await signUp(server, 'CANDIDATE');
    const jobId = await publishedJob(employer);
    viewers = [employer.client, candidate.client, (await signUpAdmin(server)).client, server.client()];
    ids = [employer.id, employer.companyId, candidate.id, jobId, await apply(candidate, jobId)];
  });
  afterAll(() => server.stop());

  function fieldOf(query: string): GraphQLField<unknown, unknown> {
    const field = schema.getQueryType()?.getFields()[query];
    if (!field) throw new Error(`no query ${query}`);
    return field;
  }

  /** The field with all its arguments as variables of the same names. */
  function document(query: string): string {
    const { args, type } = fieldOf(query);
    const variables = args.map((arg) => `$${arg.name}: ${String(arg.type)}${defaultOf(arg.defaultValue)}`);
    const passed = args.map(({ name }) => `${name}: $${name}`);
    const named = getNamedType(type);
    const isPage = isObjectType(named) && 'totalCount' in named.getFields();
    const selection = `{ __typename ${isPage ? 'totalCount edges { cursor }' : ''} }`;
    return `query (${variables.join(', ')}) {
      answer: ${query}(${passed.join(', ')}) ${isLeafType(named) ? '' : selection}
    }`;
  }

  /** Any value of JSON's that could be meant for a type, good or bad. */
  function near(type: GraphQLInputType): fc.Arbitrary<unknown> {
    const named = getNamedType(type);
    const texts: fc.Arbitrary<string> = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '%', "'", '\\', '💼', 'GA', 'fr', 'XAF', 'null', 'x'.repeat(300)),
      fc.constantFrom(...ids),
    );
    const one: fc.Arbitrary<unknown> = isEnumType(named)
      ? fc.oneof(fc.constantFrom(...named.getValues().map(({ name }) => name)), texts)
      : isInputObjectType(named)
        ? fc.record(
            Object.fromEntries(
              Object.values(named.getFields()).map((field) => [field.name, near(field.type)]),
            ),
            { requiredKeys: [] },
          )
        : named.name === 'Int'
          ? fc.oneof(fc.integer({ min: -5, max: 120 }), fc.integer(), fc.double(), fc.maxSafeInteger())
          : texts;
    const nullable = isNonNullType(type) ? type.ofType : type;
    return fc.oneof(
      { weight: 6, arbitrary: isListType(nullable) ? fc.array(one, { maxLength: 3 }) : one },
      { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
    );
  }

  it('is tried on every query that takes arguments', () => {
    const queries = Object.values(schema.getQueryType()?.getFields() ?? {});
    expect(
      queries
        .filter(({ args }) => args.length > 0)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(QUERIES);
  });

  it.each(QUERIES)('in any argument of %s is refused', async (query) => {
    const required = Object.fromEntries(
      fieldOf(query)
        .args.filter(({ type }) => isNonNullType(type) && String(type) === 'ID!')
        .map(({ name }) => [name, ids[3]]),
    );
    for (const { name, type } of fieldOf(query).args) {
      const values = [...NEVER_RIGHT, ...(isNonNullType(type) ? [null] : [])].filter(
        // An object is what a filter is; those without any field of it are its own business.
        (value) => !(isInputObjectType(getNamedType(type)) && JSON.stringify(value) === '{}'),
      );
      for (const value of values) {
        const { status, errors } = await (viewers[0] ?? server.client()).send(document(query), {
          ...required,
          [name]: value,
        });
        expect({ name, value, status: status < 500, code: errors?.[0]?.extensions.code }).toEqual({
          name,
          value,
          status: true,
          code: 'BAD_USER_INPUT',
        });
      }
    }
  });

  it.each(QUERIES)(
    'for %s, good or bad, is answered or clearly refused, and changes nothing',
    async (query) => {
      const before = await tableDigests(server.db);
      const variables = fc.record(
        Object.fromEntries(fieldOf(query).args.map(({ name, type }) => [name, near(type)])),
        {
          requiredKeys: fieldOf(query)
            .args.filter(({ type }) => isNonNullType(type))
            .map(({ name }) => name),
        },
      );
      await fc.assert(
        fc.asyncProperty(variables, fc.nat(3), async (values, viewer) => {
          const { status, errors } = await (viewers[viewer] ?? server.client()).send(document(query), values);
          expect(status).toBeLessThan(500);
          expect(errors?.map(({ extensions }) => extensions.code) ?? []).not.toContain(
            'INTERNAL_SERVER_ERROR',
          );
        }),
        { numRuns: 80 },
      );
      expect(await tableDigests(server.db)).toEqual(before);
    },
  );
});

function defaultOf(value: unknown): string {
  return typeof value === 'string' ? ` = ${value}` : typeof value === 'boolean' ? ` = ${value}` : '';
}
