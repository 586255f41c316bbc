import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { post, request, type RawAnswer } from '../support/raw-request.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const PING = '{"query":"query Ping { ping }"}';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('a request', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  const idOf = ({ headers }: RawAnswer) => headers.get('x-request-id');

  it.each(['abcdefgh', 'A-request_of-mine-0042', 'f'.repeat(64), '01a20ba3-6a21-73c9-b981-e7102c2f0249'])(
    'keeps the id its client gave it: %s',
    async (id) => {
      expect(idOf(await post(server, PING, { 'x-request-id': id }))).toBe(id);
    },
  );

  it.each([
    'short-7',
    'f'.repeat(65),
    'with blanks inside',
    'new\tlines',
    '<script>alert(1)</script>',
    '"},{"level":60',
    '../../etc/passwd',
    'éàèùçôîâ',
    'twice-given-id, twice-given-id',
  ])('gets an id of its own instead of %j', async (id) => {
    const headers = { 'x-request-id': Buffer.from(id, 'utf8').toString('latin1') };
    expect(idOf(await post(server, PING, headers))).toMatch(UUID);
  });

  it('has an id of its own when its client gives none', async () => {
    const [one, other] = [idOf(await post(server, PING)), idOf(await post(server, PING))];
    expect(one).toMatch(UUID);
    expect(other).toMatch(UUID);
    expect(one).not.toBe(other);
  });

  const preflight = { origin: 'https://a.example', 'access-control-request-method': 'POST' };

  it.each<[string, () => Promise<RawAnswer>]>([
    ['invalid JSON', () => post(server, '{', { 'x-request-id': 'given-by-me' })],
    [
      'a document that is wrong',
      () => post(server, '{"query":"{ nope }"}', { 'x-request-id': 'given-by-me' }),
    ],
    [
      'a forged request',
      () => post(server, PING, { 'content-type': 'text/plain', 'x-request-id': 'given-by-me' }),
    ],
    [
      'a stale token',
      () => post(server, PING, { authorization: 'Bearer stale', 'x-request-id': 'given-by-me' }),
    ],
    ['a body too large', () => post(server, 'x'.repeat(600_000), { 'x-request-id': 'given-by-me' })],
    ['an unknown path', () => request(server, { path: '/nope', headers: { 'x-request-id': 'given-by-me' } })],
    [
      'an address that cannot be decoded',
      () => request(server, { path: '/%zz', headers: { 'x-request-id': 'given-by-me' } }),
    ],
    ['a health check', () => request(server, { path: '/livez', headers: { 'x-request-id': 'given-by-me' } })],
    [
      'a preflight',
      () => request(server, { method: 'OPTIONS', headers: { ...preflight, 'x-request-id': 'given-by-me' } }),
    ],
  ])('has its id on the answer to %s', async (_what, send) => {
    expect(idOf(await send())).toBe('given-by-me');
  });

  it('has its id, operation, kind and duration in one line of the log', async () => {
    await post(server, PING, { 'x-request-id': 'look-for-this-one' });
    const lines = server.logLines.filter((line) => line.includes('look-for-this-one'));
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({
        level: 30,
        msg: 'operation',
        requestId: 'look-for-this-one',
        operation: 'Ping',
        type: 'query',
        ms: expect.any(Number),
      }),
    ]);
  });

  it('has the codes of its errors in the log, and no message of them', async () => {
    await post(server, '{"query":"query Wrong { nopeNopeNope }"}', { 'x-request-id': 'a-wrong-document' });
    const lines = server.logLines.filter((line) => line.includes('a-wrong-document'));
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ msg: 'operation', errors: ['GRAPHQL_VALIDATION_FAILED'] }),
    ]);
    expect(lines.join()).not.toContain('nopeNopeNope');
  });
});
