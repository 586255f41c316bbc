import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GraphqlError } from '../support/graphql-client.js';
import { tableDigests } from '../support/table-digests.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const JSON_TYPE = { 'content-type': 'application/json' };
const SIGN_UP = `mutation {
  signUp(input: { email: "a@example.org", password: "Correct-Horse-7-Battery", firstName: "A", lastName: "B", role: CANDIDATE }) {
    user { id }
  }
}`;

interface Refused {
  status: number;
  errors: GraphqlError[];
  text: string;
}

describe('what is no operation', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  /** Sends raw bytes; the answer must be JSON with clear errors, and nothing may have happened. */
  async function expectRefusal(path: string, init: RequestInit): Promise<Refused> {
    const before = await tableDigests(server.db);
    const response = await fetch(`${server.url}${path}`, init);
    const text = await response.text();
    const { errors, data } = JSON.parse(text) as { errors: GraphqlError[]; data?: unknown };
    expect(data ?? null).toBeNull();
    expect(response.status).toBeLessThan(500);
    expect(errors.length).toBeGreaterThan(0);
    for (const error of errors) {
      expect(error.message).not.toBe('');
      expect(error.extensions.code).toMatch(/^[A-Z_]+$/);
      expect(error.extensions.code).not.toBe('INTERNAL_SERVER_ERROR');
    }
    expect(text).not.toMatch(/node_modules|\.ts:|\bat \w+ \(|select |postgres/i);
    expect(await tableDigests(server.db)).toEqual(before);
    return { status: response.status, errors, text };
  }

  const post = (body: BodyInit, headers: Record<string, string> = JSON_TYPE) =>
    expectRefusal('/graphql', { method: 'POST', headers, body });

  it.each([
    ['nothing', ''],
    ['half a document', '{"query": "{ ping'],
    ['text', 'hello'],
    ['a number', '5'],
    ['null', 'null'],
    ['a text in JSON', '"{ ping }"'],
    ['an empty object', '{}'],
    ['an empty list', '[]'],
    ['a batch', '[{"query":"{ ping }"},{"query":"{ ping }"}]'],
    ['a query of null', '{"query":null}'],
    ['a query of a number', '{"query":5}'],
    ['a query of a list', '{"query":["{ ping }"]}'],
    ['an empty query', '{"query":""}'],
    ['a blank query', '{"query":"  \\n"}'],
    ['a comment', '{"query":"# nothing"}'],
    ['a fragment alone', '{"query":"fragment A on Job { id }"}'],
    ['a type definition', '{"query":"type A { b: Int }"}'],
    ['broken syntax', '{"query":"{ jobs(first: ) { totalCount } }"}'],
    ['half a surrogate pair', '{"query":"{ jobs(search: \\"\\ud800\\") { totalCount } }"}'],
    ['a NUL in the document', '{"query":"{ ping \\u0000 }"}'],
    ['a NUL in a text', '{"query":"{ jobs(search: \\"a\\\\u0000b\\") { totalCount } }"}'],
    ['an unknown field', '{"query":"{ secrets }"}'],
    ['an unknown argument', '{"query":"{ jobs(page: 5) { totalCount } }"}'],
    ['no selection', '{"query":"{ jobs }"}'],
    ['a subscription', '{"query":"subscription { jobs { totalCount } }"}'],
    ['two operations without a name', '{"query":"query A { ping } query B { ping }"}'],
    ['an operation that is not there', '{"query":"query A { ping }","operationName":"B"}'],
    ['an operation name of a number', '{"query":"{ ping }","operationName":5}'],
    [
      'a circle of fragments',
      '{"query":"{ jobs { ...A } } fragment A on JobConnection { ...B } fragment B on JobConnection { ...A }"}',
    ],
    ['variables in a text', '{"query":"{ ping }","variables":"x"}'],
    ['variables in a list', '{"query":"{ ping }","variables":[1]}'],
    ['a missing variable', '{"query":"query ($id: ID!) { job(id: $id) { id } }"}'],
    ['a polluted prototype', '{"query":"{ ping }","variables":{"__proto__":{"isAdmin":true}}}'],
    ['extensions in a text', '{"query":"{ ping }","extensions":"x"}'],
  ])('such as a body of %s is refused', async (_what, body) => {
    await post(body);
  });

  it('such as variables nested 200,000 deep is refused', async () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const body = `{"query":"query ($a: String) { jobs(search: $a) { totalCount } }","variables":{"a":${deep}}}`;
    const { errors } = await post(body);
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('such as a list of 200,000 variables is refused', async () => {
    const body = `{"query":"query ($a: String) { jobs(search: $a) { totalCount } }","variables":{"a":[${'1,'.repeat(200_000)}1]}}`;
    const { errors } = await post(body);
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it.each([
    ['nested 5,000 deep', `${'{ a'.repeat(5000)}${'}'.repeat(5000)}`],
    [
      'with a list nested 5,000 deep',
      `{ jobs(filter: { type: ${'['.repeat(5000)}${']'.repeat(5000)} }) { totalCount } }`,
    ],
    ['of 50,000 fields', `{ ${'ping '.repeat(50_000)} }`],
    [
      'of 100 aliases',
      `{ ${Array.from({ length: 100 }, (_, index) => `a${index}: jobs { totalCount }`).join(' ')} }`,
    ],
    ['of 200 directives', `{ ping ${'@include(if: true) '.repeat(200)} }`],
    [
      'of fragments that double 30 times',
      `{ jobs { edges { node { ...F0 } } } } ${Array.from({ length: 30 }, (_, index) => `fragment F${index} on Job { ...F${index + 1} ...F${index + 1} }`).join(' ')} fragment F30 on Job { id }`,
    ],
    ['of 40 inline fragments', `{ node(id: "x") { ${'... on Job { '.repeat(40)} id ${'} '.repeat(40)} } }`],
  ])('such as a query %s is answered or refused in no time', async (_what, query) => {
    const before = Date.now();
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: JSON_TYPE,
      body: JSON.stringify({ query }),
    });
    const { errors = [] } = (await response.json()) as { errors?: GraphqlError[] };
    expect(response.status).toBeLessThan(500);
    expect(errors.map(({ extensions }) => extensions.code)).not.toContain('INTERNAL_SERVER_ERROR');
    expect(Date.now() - before).toBeLessThan(2000);
  });

  it('such as a body of another type is refused', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/xml',
    ])
      await post(JSON.stringify({ query: SIGN_UP }), { 'content-type': type });
  });

  it('such as bytes that are no UTF-8 is refused', async () => {
    await post(new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x80, 0x22]));
  });

  it('such as a body beyond half a megabyte is refused', async () => {
    const { status, errors } = await post(JSON.stringify({ query: `{ ping } #${'x'.repeat(1024 * 1024)}` }));
    expect({ status, code: errors[0]?.extensions.code }).toEqual({ status: 413, code: 'PAYLOAD_TOO_LARGE' });
  });

  it('such as a mutation by GET is refused', async () => {
    const path = `/graphql?query=${encodeURIComponent(SIGN_UP)}`;
    await expectRefusal(path, { headers: { ...JSON_TYPE, 'x-apollo-operation-name': 'x' } });
    await expectRefusal(path, { headers: { accept: 'application/json' } });
  });

  it('such as variables by GET that are no JSON is refused', async () => {
    const query = encodeURIComponent('{ ping }');
    for (const variables of ['{', '5', '[]', '"x"'])
      await expectRefusal(`/graphql?query=${query}&variables=${encodeURIComponent(variables)}`, {
        headers: JSON_TYPE,
      });
  });

  it.each(['PUT', 'DELETE', 'PATCH'])('such as a %s is refused', async (method) => {
    const { status } = await expectRefusal('/graphql', {
      method,
      headers: JSON_TYPE,
      body: JSON.stringify({ query: '{ ping }' }),
    });
    expect([404, 405]).toContain(status);
  });

  it.each([
    ['no token', 'Bearer'],
    ['an empty token', 'Bearer '],
    ['a token that is none', 'Bearer x'],
    ['another scheme', 'Basic YTpi'],
    ['two tokens', 'Bearer a b'],
    ['a token of 8,000 characters', `Bearer ${'x'.repeat(8000)}`],
    ['the token null', 'bearer null'],
  ])('such as an operation with %s is refused', async (_what, authorization) => {
    const { status, errors } = await post(JSON.stringify({ query: '{ me { id } }' }), {
      ...JSON_TYPE,
      authorization,
    });
    expect({ status, code: errors[0]?.extensions.code }).toEqual({ status: 401, code: 'UNAUTHENTICATED' });
  });
});
