import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import type { Answer } from '../support/graphql-client.js';
import { countStatements } from '../support/statement-count.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const INVALID = 'GRAPHQL_VALIDATION_FAILED';
const UNPARSED = 'GRAPHQL_PARSE_FAILED';

const times = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');

describe('a document', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  const send = (query: string): Promise<Answer<unknown>> => server.client().send(query);

  it('of 30 aliases is answered', async () => {
    const { status, data } = await send(`{ ${times(30, (n) => `a${n}: ping`)} }`);
    expect(status).toBe(200);
    expect(Object.keys(data as object)).toHaveLength(30);
  });

  it('of the introspection query of the explorers is answered', async () => {
    const query = getIntrospectionQuery({
      descriptions: true,
      directiveIsRepeatable: true,
      inputValueDeprecation: true,
      schemaDescription: true,
      specifiedByUrl: true,
    });
    const { data, errors } = await server.client().send<{ __schema: { types: { name: string }[] } }>(query);
    expect(errors).toBeUndefined();
    expect(data.__schema.types.map(({ name }) => name)).toContain('EmployerDashboard');
  });

  it.each<[string, string, string]>([
    ['31 aliases', `{ ${times(31, (n) => `a${n}: ping`)} }`, INVALID],
    ['101 aliases', `{ ${times(101, (n) => `a${n}: ping`)} }`, INVALID],
    [
      '31 aliases, most of them in a fragment used over and over',
      `{ ...A ...A x: ping y: ping z: ping } fragment A on Query { ${times(14, (n) => `a${n}: ping`)} }`,
      INVALID,
    ],
    ['31 directives', `{ ${times(31, () => 'ping @include(if: true)')} }`, INVALID],
    ['31 directives on one field', `{ ping ${'@skip(if: false) '.repeat(31)} }`, INVALID],
    ['an unknown directive 10 times', `{ ping ${'@nope '.repeat(10)} }`, INVALID],
    ['2001 tokens', `{ ${'ping '.repeat(1999)} }`, UNPARSED],
    ['100,000 tokens', `{ ${'ping '.repeat(99_998)} }`, UNPARSED],
    ['a fragment within itself', '{ ...A } fragment A on Query { ping ...A }', INVALID],
    [
      'fragments in a circle',
      '{ ...A } fragment A on Query { ...B } fragment B on Query { ...C } fragment C on Query { ...A }',
      INVALID,
    ],
    [
      'a chain of 200 fragments',
      `{ ...F0 } ${times(200, (n) => `fragment F${n} on Query { ...F${n + 1} }`)} fragment F200 on Query { ping }`,
      INVALID,
    ],
    [
      'fragments that double at each of 100 steps',
      `{ ...F0 } ${times(100, (n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`)} fragment F100 on Query { ping }`,
      INVALID,
    ],
    ['inline fragments 500 deep', `{ ${'... { '.repeat(500)} ping ${'}'.repeat(500)} }`, INVALID],
    ['braces 1000 deep', `${'{ a '.repeat(600)}${'}'.repeat(600)}`, INVALID],
    [
      'a list 900 deep',
      `{ jobs(filter: { type: ${'['.repeat(900)}FULL_TIME${']'.repeat(900)} }) { totalCount } }`,
      INVALID,
    ],
    [
      'an object 450 deep',
      `{ jobs(filter: ${'{ a: '.repeat(450)}1${' }'.repeat(450)}) { totalCount } }`,
      INVALID,
    ],
    [
      'a variable type 900 deep',
      `query ($a: ${'['.repeat(900)}Int${']'.repeat(900)}) { jobs(first: $a) { totalCount } }`,
      INVALID,
    ],
    [
      '300 variables of one name',
      `query (${times(300, () => '$a: Int')}) { jobs(first: $a) { totalCount } }`,
      INVALID,
    ],
    ['101 unknown fields', `{ ${times(101, (n) => `nope${n}`)} }`, INVALID],
    ['300 operations', times(300, (n) => `query Q${n} { ping }`), 'OPERATION_RESOLUTION_FAILURE'],
    ['nothing but a comment', '# nothing', UNPARSED],
    ['a NUL character', '{ node(id: "\\u0000") { id } }', INVALID],
    ['no GraphQL at all', 'SELECT * FROM users', UNPARSED],
  ])('of %s is refused at once, briefly and without touching the database', async (_what, query, code) => {
    let answer: Answer<unknown> | undefined;
    const start = performance.now();
    const statements = await countStatements(async () => {
      answer = await send(query);
    });
    expect(answer).toMatchObject({ status: 400, data: undefined });
    expect(answer?.errors?.map(({ extensions }) => extensions.code)).toContain(code);
    expect(answer?.errors?.length).toBeLessThanOrEqual(10);
    expect(statements).toEqual([]);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it('of 12 levels is answered and of 13 is not', async () => {
    const deep = (levels: number): string =>
      `{ ${'... on Query { '.repeat(levels - 1)} ping ${'} '.repeat(levels - 1)} }`;
    expect(await send(deep(12))).toMatchObject({ status: 200, data: { ping: 'pong' } });
    const refused = await send(deep(13));
    expect([refused.status, refused.errors?.[0]?.extensions.code]).toEqual([400, INVALID]);
  });

  it('of introspection that goes round in circles is refused', async () => {
    const circle = (rounds: number): string =>
      `{ __schema { types { ${'fields { type { '.repeat(rounds)} name ${'} } '.repeat(rounds)} } } }`;
    expect((await send(circle(2))).status).toBe(200);
    const refused = await send(circle(3));
    expect([refused.status, refused.errors?.[0]?.extensions.code]).toEqual([400, INVALID]);
  });

  describe('of pages in pages', () => {
    const NESTED = `query ($outer: Int, $inner: Int = 100) {
      companyApplications(first: $outer) {
        edges { node { id candidate { id } notes(first: $inner) { edges { node { id author { id } } } } } }
      }
    }`;
    const codeOf = async (query: string, variables: Record<string, unknown>) => {
      const { status, errors } = await server.client().send(query, variables);
      return { status, code: errors?.[0]?.extensions.code };
    };

    it.each([
      ['by its variables', NESTED, { outer: 100 }],
      ['by the default of a variable', NESTED, { outer: 40 }],
      [
        'by numbers written into it',
        NESTED.replaceAll(/\$(outer|inner)/g, '100').replace(/query \(.*\)/, 'query'),
        {},
      ],
    ])(
      'is refused when the answer could be huge %s, without touching the database',
      async (_what, query, variables) => {
        let answer: unknown;
        const statements = await countStatements(async () => {
          answer = await codeOf(query, variables);
        });
        expect(answer).toEqual({ status: 400, code: INVALID });
        expect(statements).toEqual([]);
      },
    );

    it('is let through when it is not, with the same document', async () => {
      const signInFirst = { status: 401, code: 'UNAUTHENTICATED' };
      expect(await codeOf(NESTED, { outer: 100, inner: 5 })).toEqual(signInFirst);
      expect(await codeOf(NESTED, { outer: 100 })).toEqual({ status: 400, code: INVALID });
      expect(await codeOf(NESTED, { outer: 5 })).toEqual(signInFirst);
    });

    const WIDE = 'edges { node { id notes(first: 100) { edges { node { id author { id } } } } } }';
    it.each([
      [
        'a condition',
        `query ($value: Boolean!) { companyApplications(first: 100) { totalCount ... @include(if: $value) { ${WIDE} } } }`,
        { value: false },
        { value: true },
      ],
      [
        'a length left out, for a default',
        `query ($value: Int = 100) { companyApplications(first: $value) { ${WIDE} } }`,
        { value: null },
        {},
      ],
    ])('is let through or not by %s, whichever came first', async (_what, query, small, large) => {
      for (const document of [`${query} # small first`, query]) {
        const order = document === query ? [large, small] : [small, large];
        const codes = [];
        for (const variables of order) codes.push((await codeOf(document, variables)).code);
        expect(codes).toEqual(order.map((variables) => (variables === small ? 'UNAUTHENTICATED' : INVALID)));
      }
    });

    it.each([
      ['in a variable', 'query ($ids: [ID!]!) { nodes(ids: $ids) { ...Notes } }'],
      ['in the document', '{ nodes(ids: IDS) { ...Notes } }'],
    ])('counts as many objects as there are ids %s', async (_what, start) => {
      const query = `${start} fragment Notes on Node { id ... on Application { notes(first: 100) { edges { node { id author { id } } } } } }`;
      const answerTo = (count: number) => {
        const ids = Array.from({ length: count }, () => 'application_01m85s551qeafvhx9z7hjh7y9h');
        return codeOf(query.replace('IDS', JSON.stringify(ids)), start.includes('$ids') ? { ids } : {});
      };
      expect(await answerTo(5)).toEqual({ status: 200, code: undefined });
      expect(await answerTo(100)).toEqual({ status: 400, code: INVALID });
      expect(await answerTo(5)).toEqual({ status: 200, code: undefined });
    });

    it('with lengths that make no sense is told what is wrong with those', async () => {
      expect(await codeOf(NESTED, { outer: 1_000_000 })).toEqual({ status: 400, code: INVALID });
      expect(await codeOf(NESTED, { outer: 'many' })).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
      const { errors } = await server.client().send('{ jobs(first: 101) { totalCount } }');
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    });
  });

  it('that repeats a field 500 times runs it once', async () => {
    const statements = await countStatements(async () => {
      const { status, data } = await send(`{ ${'jobs { totalCount } '.repeat(390)} }`);
      expect({ status, data }).toEqual({ status: 200, data: { jobs: { totalCount: 0 } } });
    });
    expect(statements.length).toBeLessThanOrEqual(2);
    const start = performance.now();
    expect(await send(`{ ${'ping '.repeat(500)} }`)).toMatchObject({ status: 200, data: { ping: 'pong' } });
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it.each([
    ['a field', '{ pingg }', {}],
    ['a field of a type', '{ jobs { edges { node { titel } } } }', {}],
    ['an argument', '{ jobs(frist: 3) { totalCount } }', {}],
    ['an enum value', '{ jobs(filter: { type: [FULL_TIM] }) { totalCount } }', {}],
    ['an input field', '{ jobs(filter: { typ: [FULL_TIME] }) { totalCount } }', {}],
    ['a type', '{ node(id: "x") { ... on Jobb { id } } }', {}],
    ['a directive', '{ ping @includ(if: true) }', {}],
    ['a fragment', '{ ...Job } fragment Jobs on Query { ping }', {}],
    [
      'an enum value in a variable',
      'query ($filter: JobFilter) { jobs(filter: $filter) { totalCount } }',
      { filter: { type: ['FULL_TIM'] } },
    ],
    [
      'an input field in a variable',
      'query ($filter: JobFilter) { jobs(filter: $filter) { totalCount } }',
      { filter: { typ: ['FULL_TIME'] } },
    ],
  ])('with a mistake in %s is not told what the right one would be', async (_what, query, variables) => {
    const { status, errors } = await server.client().send(query, variables);
    expect(status).toBe(400);
    expect(errors?.length).toBeGreaterThanOrEqual(1);
    expect(JSON.stringify(errors)).not.toMatch(/did you mean/i);
  });
});
