import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { PASSWORD } from '../support/people.js';
import { startProductionServer } from '../support/production.js';
import { codesIn, post, request, type RawAnswer } from '../support/raw-request.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const PING = JSON.stringify({ query: '{ ping }' });
const SIGN_UP = JSON.stringify({
  query: `mutation { signUp(input: {
    email: "forged@example.org", password: "${PASSWORD}", firstName: "F", lastName: "F", role: CANDIDATE
  }) { user { id } } }`,
});

describe.each([
  ['development', () => startTestServer()],
  ['production', () => startProductionServer()],
])('the server in %s', (_mode, start) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await start();
  });
  afterAll(() => server.stop());

  function expectRefusal(answer: RawAnswer, status: number, code: string): void {
    expect({
      status: answer.status,
      type: answer.headers.get('content-type'),
      codes: codesIn(answer),
    }).toEqual({
      status,
      type: 'application/json; charset=utf-8',
      codes: [code],
    });
    expect(answer.headers.get('x-request-id')).toMatch(/^[\w-]{8,64}$/);
    expect(answer.text).not.toMatch(/<html|<pre|node_modules|\bat .*:\d+:\d+/i);
  }

  const users = () => server.db.rows(sql<object>`select email from users`);

  describe('refuses what a foreign web page can send without asking first', () => {
    it.each(['text/plain', 'text/plain;charset=UTF-8', 'text/plain; a=application/json'])(
      'a body said to be %s',
      async (type) => {
        expectRefusal(await post(server, SIGN_UP, { 'content-type': type }), 400, 'BAD_REQUEST');
        expect(await users()).toEqual([]);
      },
    );

    it.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
      'a form: %s',
      async (type) => {
        const answer = await post(server, SIGN_UP, { 'content-type': type });
        expectRefusal(answer, 415, 'UNSUPPORTED_MEDIA_TYPE');
        expect(await users()).toEqual([]);
      },
    );

    it('a body of no type', async () => {
      const answer = await request(server, { method: 'POST', body: new Blob([SIGN_UP]) });
      expectRefusal(answer, 415, 'UNSUPPORTED_MEDIA_TYPE');
      expect(await users()).toEqual([]);
    });

    it('a query in the address', async () => {
      expectRefusal(await request(server, { path: '/graphql?query={ping}' }), 400, 'BAD_REQUEST');
    });
  });

  it('answers a query in the address to who asks for it as no web page can', async () => {
    const headers = { 'apollo-require-preflight': 'true' };
    const answer = await request(server, { path: '/graphql?query={ping}', headers });
    expect([answer.status, answer.text.trim()]).toEqual([200, '{"data":{"ping":"pong"}}']);
  });

  it('refuses a mutation in the address', async () => {
    const query = encodeURIComponent((JSON.parse(SIGN_UP) as { query: string }).query);
    const headers = { 'apollo-require-preflight': 'true' };
    const answer = await request(server, { path: `/graphql?query=${query}`, headers });
    expectRefusal(answer, 405, 'BAD_REQUEST');
    expect(answer.headers.get('allow')).toBe('POST');
    expect(await users()).toEqual([]);
  });

  it('refuses several operations in one request', async () => {
    expectRefusal(await post(server, `[${PING},${PING}]`), 400, 'BAD_REQUEST');
  });

  it('refuses a body of more than 512 KiB, however little of it is the query', async () => {
    const body = JSON.stringify({ query: '{ ping }', variables: { filler: 'x'.repeat(512 * 1024) } });
    expectRefusal(await post(server, body), 413, 'PAYLOAD_TOO_LARGE');
  });

  it('takes a body of just under 512 KiB', async () => {
    const body = JSON.stringify({ query: '{ ping }', variables: { filler: 'x'.repeat(512 * 1024 - 100) } });
    expect((await post(server, body)).status).toBe(200);
  });

  it.each([
    ['half an object', '{"query": '],
    ['nothing', ''],
    ['a bare word', 'ping'],
    ['null', 'null'],
    ['a number', '5'],
    ['a text', '"{ ping }"'],
    ['an empty object', '{}'],
    ['an empty list', '[]'],
    ['a query that is no text', '{"query": 5}'],
    ['a query that is a list', '{"query": ["{ ping }"]}'],
    ['variables that are no object', '{"query": "{ ping }", "variables": 5}'],
    ['variables in a list', '{"query": "{ ping }", "variables": []}'],
    ['an operation name that is no text', '{"query": "{ ping }", "operationName": 5}'],
    ['extensions that are no object', '{"query": "{ ping }", "extensions": "x"}'],
    ['a key that poisons objects', '{"query": "{ ping }", "__proto__": {"isAdmin": true}}'],
    ['JSON after a NUL', '\0{"query": "{ ping }"}'],
  ])('refuses a body of %s', async (_what, body) => {
    expectRefusal(await post(server, body), 400, 'BAD_REQUEST');
  });

  it('refuses a body said to be compressed', async () => {
    const answer = await post(server, PING, { 'content-encoding': 'gzip' });
    expect(answer.status).toBeLessThan(500);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
  });

  it.each([
    ['GET', '/nothing-here'],
    ['POST', '/nothing-here'],
    ['GET', '/graphql/'],
    ['GET', '/graphql/../etc/passwd'],
    ['GET', '/favicon.ico'],
    ['GET', '/.env'],
    ['POST', '/livez'],
    ['PUT', '/graphql'],
    ['DELETE', '/graphql'],
    ['PATCH', '/graphql'],
  ])('finds nothing for %s %s', async (method, path) => {
    expectRefusal(
      await request(server, { method, path, headers: { accept: 'text/html' } }),
      404,
      'NOT_FOUND',
    );
  });

  it('refuses an address that cannot be decoded', async () => {
    expectRefusal(await request(server, { path: '/%zz' }), 400, 'BAD_REQUEST');
  });
});
