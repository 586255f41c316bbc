import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { startProductionServer } from '../support/production.js';
import { post, request } from '../support/raw-request.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const OURS = 'https://app.example.org';
const THEIRS = 'https://evil.example.com';
const PING = '{"query":"{ ping }"}';

describe('web pages', () => {
  let server: TestServer | undefined;
  afterEach(async () => {
    await server?.stop();
    server = undefined;
  });

  interface Verdict {
    preflight: string | null;
    answer: string | null;
    error: string | null;
  }

  /** The origin let in, as the browser reads it, before a request, with its answer, and with an error. */
  async function verdictOn(origin: string): Promise<Verdict> {
    if (!server) throw new Error('no server');
    const preflight = await request(server, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type',
      },
    });
    const [answer, error] = [await post(server, PING, { origin }), await post(server, '{', { origin })];
    const allowed = (headers: Headers) => headers.get('access-control-allow-origin');
    return {
      preflight: allowed(preflight.headers),
      answer: allowed(answer.headers),
      error: allowed(error.headers),
    };
  }

  const everywhere = (origin: string | null): Verdict => ({
    preflight: origin,
    answer: origin,
    error: origin,
  });

  it('of any origin may call in development', async () => {
    server = await startTestServer({ env: { NODE_ENV: 'development', DATABASE_URL: 'postgres://x/y' } });
    expect(await verdictOn(THEIRS)).toEqual(everywhere('*'));
  });

  it('of other origins may not call in development once some are named', async () => {
    server = await startTestServer({ env: { ALLOWED_ORIGINS: OURS } });
    expect(await verdictOn(OURS)).toEqual(everywhere(OURS));
    expect(await verdictOn(THEIRS)).toEqual(everywhere(null));
  });

  it('may call in production from the origins named, and from no other', async () => {
    server = await startProductionServer({ ALLOWED_ORIGINS: `${OURS}, https://admin.example.org` });
    expect(await verdictOn(OURS)).toEqual(everywhere(OURS));
    expect(await verdictOn('https://admin.example.org')).toEqual(everywhere('https://admin.example.org'));
    for (const origin of [THEIRS, `${OURS}.evil.example.com`, 'http://app.example.org', 'null', '*']) {
      expect(await verdictOn(origin)).toEqual(everywhere(null));
    }
  });

  it('may not call in production while no origin is named', async () => {
    server = await startProductionServer();
    expect(await verdictOn(OURS)).toEqual(everywhere(null));
  });

  it('of one origin are never given the answer kept for another', async () => {
    server = await startProductionServer({ ALLOWED_ORIGINS: OURS });
    const { headers } = await post(server, PING, { origin: OURS });
    expect(headers.get('vary')?.toLowerCase()).toContain('origin');
  });

  it('never get cookies along, and may read the headers that tell of limits', async () => {
    server = await startTestServer();
    const { headers } = await post(server, PING, { origin: OURS });
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('access-control-expose-headers')).toBe(
      'x-request-id, retry-after, ratelimit, ratelimit-policy',
    );
  });
});

describe('security headers', () => {
  let server: TestServer | undefined;
  afterAll(() => server?.stop());

  it.each([
    ['development', null, () => startTestServer()],
    ['production', 'max-age=31536000; includeSubDomains', () => startProductionServer()],
  ])('are on every answer in %s', async (_mode, transportSecurity, start) => {
    await server?.stop();
    server = await start();
    const answers = [
      await post(server, PING),
      await post(server, '{'),
      await post(server, '{"query":"{ nope }"}'),
      await request(server, { path: '/livez' }),
      await request(server, { path: '/nothing' }),
    ];
    for (const { headers } of answers) {
      expect(Object.fromEntries(headers)).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'SAMEORIGIN',
        'referrer-policy': 'no-referrer',
        'x-dns-prefetch-control': 'off',
        'cross-origin-opener-policy': 'same-origin',
      });
      expect(headers.get('strict-transport-security')).toBe(transportSecurity);
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('server')).toBeNull();
    }
  });
});
