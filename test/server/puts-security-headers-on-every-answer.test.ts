import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startProductionServer } from '../support/production.js';
import { request } from '../support/raw-request.js';
import type { TestServer } from '../support/test-server.js';

const json = { 'content-type': 'application/json' };

describe('in production, security headers are on', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startProductionServer();
  });
  afterAll(() => server.stop());

  it.each<[string, number, RequestInit & { path?: string }]>([
    ['an answer', 200, { method: 'POST', headers: json, body: '{"query":"{ ping }"}' }],
    ['a refused document', 400, { method: 'POST', headers: json, body: '{"query":"{ nothing }"}' }],
    ['a body that is no JSON', 400, { method: 'POST', headers: json, body: '{' }],
    ['a body that is too large', 413, { method: 'POST', headers: json, body: ' '.repeat(600_000) }],
    ['a body of another type', 415, { method: 'POST', headers: { 'content-type': 'a/b' }, body: 'c' }],
    [
      'a token that is none',
      401,
      { method: 'POST', headers: { ...json, authorization: 'Bearer no' }, body: '{"query":"{ ping }"}' },
    ],
    [
      'an event stream that is refused',
      400,
      { method: 'POST', path: '/graphql/stream', headers: json, body: '{' },
    ],
    [
      'a preflight',
      204,
      {
        method: 'OPTIONS',
        headers: { origin: 'https://a.example', 'access-control-request-method': 'POST' },
      },
    ],
    ['a probe', 200, { path: '/livez' }],
    ['an unknown address', 404, { path: '/nowhere' }],
  ])('%s', async (_what, status, init) => {
    const { status: given, headers } = await request(server, init);
    expect(given).toBe(status);
    expect(Object.fromEntries(headers)).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'cross-origin',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
    });
    expect(headers.has('x-powered-by')).toBe(false);
  });
});
