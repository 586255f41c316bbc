import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FormattedExecutionResult } from 'graphql';
import { LISTEN, nothingOpen, socketClient } from '../support/live-clients.js';
import { signUp, type Person } from '../support/people.js';
import { codesIn, post, request } from '../support/raw-request.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

interface Operation {
  query: string;
  variables?: Record<string, unknown>;
  operationName?: string;
}

const nested = (depth: number): string =>
  `subscription { notificationReceived { ${'job { company { jobs { edges { node { '.repeat(depth)} id ${'} } } } } '.repeat(depth)} } }`;

const VARIED = `subscription ($on: Boolean!) { notificationReceived { id @include(if: $on) } }`;

/** What is refused, whichever way it comes: what it is, its code, and the operation. */
const REFUSED: [string, string, Operation][] = [
  ['a query', 'BAD_REQUEST', { query: '{ ping }' }],
  ['a mutation', 'BAD_REQUEST', { query: 'mutation { signOut { __typename } }' }],
  ['a document that is none', 'GRAPHQL_PARSE_FAILED', { query: 'subscription {' }],
  ['an unknown field', 'GRAPHQL_VALIDATION_FAILED', { query: 'subscription { everything { id } }' }],
  [
    'two fields at once',
    'GRAPHQL_VALIDATION_FAILED',
    { query: 'subscription { a: notificationReceived { id } b: notificationReceived { id } }' },
  ],
  ['too deep a document', 'GRAPHQL_VALIDATION_FAILED', { query: nested(4) }],
  [
    'too many aliases',
    'GRAPHQL_VALIDATION_FAILED',
    {
      query: `subscription { notificationReceived { ${Array.from({ length: 31 }, (_, n) => `a${n}: id`).join(' ')} } }`,
    },
  ],
  [
    'too many directives',
    'GRAPHQL_VALIDATION_FAILED',
    { query: `subscription { notificationReceived { ${'id @include(if: true) '.repeat(31)} } }` },
  ],
  [
    'too many words',
    'GRAPHQL_PARSE_FAILED',
    { query: `subscription { notificationReceived { ${'id '.repeat(2000)} } }` },
  ],
  [
    'too large an answer',
    'GRAPHQL_VALIDATION_FAILED',
    {
      query: `subscription { notificationReceived { job { company {
        jobs(first: 100) { edges { node { company { jobs(first: 100) { edges { node { company { id } } } } } } } }
      } } } }`,
    },
  ],
  ['a missing variable', 'BAD_USER_INPUT', { query: VARIED }],
  ['a variable of another type', 'BAD_USER_INPUT', { query: VARIED, variables: { on: 'yes' } }],
  ['a NUL character', 'BAD_USER_INPUT', { query: VARIED, variables: { on: true, more: 'a\0b' } }],
  [
    'an operation that is not there',
    'OPERATION_RESOLUTION_FAILURE',
    { query: `subscription A { notificationReceived { id } }`, operationName: 'B' },
  ],
];

describe('live delivery', () => {
  let server: TestServer;
  let person: Person;
  beforeAll(async () => {
    server = await startTestServer();
    person = await signUp(server, 'CANDIDATE');
  });
  afterAll(() => server.stop());

  const bySocket = (operation: Operation): Promise<FormattedExecutionResult['errors']> =>
    new Promise((resolve, reject) => {
      const client = socketClient(server, person);
      client.subscribe(operation, {
        next: (result) => reject(new Error(`an answer: ${JSON.stringify(result)}`)),
        error: (errors) => {
          void client.dispose();
          resolve(errors as FormattedExecutionResult['errors']);
        },
        complete: () => reject(new Error('completed')),
      });
    });

  const byStream = (body: string, headers: Record<string, string> = {}) =>
    request(server, {
      path: '/graphql/stream',
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        authorization: `Bearer ${person.accessToken}`,
        ...headers,
      },
      body,
    });

  it.each(REFUSED)('refuses %s over WebSocket', async (_what, code, operation) => {
    const errors = await bySocket(operation);
    expect(errors?.[0]?.extensions).toEqual({ code });
    expect(JSON.stringify(errors)).not.toMatch(/stacktrace|Did you mean|node_modules/);
    await nothingOpen(server);
  });

  it.each(REFUSED)('refuses %s as server-sent events', async (_what, code, operation) => {
    const answer = await byStream(JSON.stringify(operation));
    expect(answer.status).toBe(400);
    expect(codesIn(answer)[0]).toBe(code);
    expect(answer.text).not.toMatch(/stacktrace|Did you mean|node_modules/);
  });

  it.each([
    ['no JSON', 'subscription', {}, 400],
    ['JSON that is no request', '{"query":5}', {}, 400],
    ['a batch', JSON.stringify([{ query: LISTEN }]), {}, 400],
    ['another content type', LISTEN, { 'content-type': 'application/graphql' }, 415],
    ['more than 64 KB', JSON.stringify({ query: LISTEN, variables: { x: 'x'.repeat(70_000) } }), {}, 413],
    ['a client that takes no events', JSON.stringify({ query: LISTEN }), { accept: 'application/json' }, 406],
  ])('refuses a stream for %s', async (_what, body, headers, status) => {
    const answer = await byStream(body, headers);
    expect(answer.status).toBe(status);
    expect(codesIn(answer)[0]).toMatch(/^[A-Z_]+$/);
  });

  it('tells who sends a subscription by HTTP where to send it', async () => {
    const answer = await post(server, JSON.stringify({ query: LISTEN }), {
      authorization: `Bearer ${person.accessToken}`,
    });
    expect(answer.status).toBe(400);
    expect(codesIn(answer)).toEqual(['BAD_REQUEST']);
    expect(answer.text).toContain('/graphql/stream');
  });
});
