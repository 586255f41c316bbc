import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  applicant,
  clientAt,
  refresh,
  REFRESH,
  rotated,
  sessionOf,
  SIGN_IN,
  SIGN_UP,
} from '../support/accounts.js';
import { contentsOf } from '../support/database-contents.js';
import type { GraphqlClient } from '../support/graphql-client.js';
import { PASSWORD, signUp } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

let strangers = 0;

/** Calls that cost the server little; each is of somebody else, so that only the address is counted. */
const CALLS = [
  {
    field: 'signUp',
    limit: 3,
    seconds: 3600,
    inWords: 'an hour',
    call: (client: GraphqlClient) => client.send(SIGN_UP, { input: applicant() }),
  },
  {
    field: 'signIn',
    limit: 5,
    seconds: 900,
    inWords: '15 minutes',
    call: (client: GraphqlClient) =>
      client.send(SIGN_IN, { input: { email: `stranger${strangers++}@example.org`, password: PASSWORD } }),
  },
  {
    field: 'refreshToken',
    limit: 10,
    seconds: 60,
    inWords: 'a minute',
    call: (client: GraphqlClient) => client.send(REFRESH, { input: { refreshToken: 'nonsense' } }),
  },
];

describe('the rate limit of an address', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  it.each(CALLS)(
    'allows $field $limit times in $inWords; the next is RATE_LIMITED with 429, and changes nothing',
    async ({ field, limit, seconds, inWords, call }) => {
      const client = clientAt(server);
      for (let count = 1; count <= limit; count++) {
        const { errors, status } = await call(client);
        expect([count, status, errors]).toEqual([count, 200, undefined]);
      }
      const before = await contentsOf(server.db);
      const { status, errors, data } = await call(client);
      expect(status).toBe(429);
      expect(data).toEqual({ [field]: null });
      const retryAfterSeconds = errors?.[0]?.extensions.retryAfterSeconds ?? NaN;
      expect(errors).toEqual([
        {
          message: `Too many calls of ${field}: ${limit} are allowed in ${inWords}.`,
          locations: expect.any(Array),
          path: [field],
          extensions: { code: 'RATE_LIMITED', retryAfterSeconds },
        },
      ]);
      expect(retryAfterSeconds).toBeGreaterThan(seconds - 20);
      expect(retryAfterSeconds).toBeLessThanOrEqual(seconds);
      expect(await contentsOf(server.db)).toEqual(before);
    },
  );

  it.each(CALLS)(
    'is told in the headers of every answer of $field',
    async ({ field, limit, seconds, call }) => {
      const client = clientAt(server);
      for (let count = 1; count <= limit + 1; count++) {
        const { headers } = await call(client);
        expect(headers.get('ratelimit-policy')).toBe(`"${field}";q=${limit};w=${seconds}`);
        const [, remaining, reset] = /^"(?:\w+)";r=(\d+);t=(\d+)$/.exec(headers.get('ratelimit') ?? '') ?? [];
        expect(Number(remaining)).toBe(Math.max(0, limit - count));
        expect(Number(reset)).toBeGreaterThan(seconds - 20);
        expect(Number(reset)).toBeLessThanOrEqual(seconds);
        expect(headers.get('retry-after')).toBe(count > limit ? reset : null);
      }
    },
  );

  it('is no secret to browsers of other origins', async () => {
    const { headers } = await clientAt(server)
      .with({ origin: 'https://app.example.org' })
      .send(REFRESH, { input: { refreshToken: 'nonsense' } });
    const exposed = headers.get('access-control-expose-headers')?.split(/, */);
    expect(exposed).toEqual(expect.arrayContaining(['retry-after', 'ratelimit', 'ratelimit-policy']));
  });

  it.each(CALLS)('lets exactly $limit of 20 parallel calls of $field through', async ({ limit, call }) => {
    const client = clientAt(server);
    const answers = await Promise.all(Array.from({ length: 20 }, () => call(client)));
    const refused = answers.filter(({ errors }) => errors?.[0]?.extensions.code === 'RATE_LIMITED');
    expect(refused).toHaveLength(20 - limit);
    expect(answers.filter(({ errors }) => errors === undefined)).toHaveLength(limit);
    expect(refused.map(({ status }) => status)).toEqual(Array(20 - limit).fill(429));
  });

  it.each(CALLS)(
    'of $field is not that of other addresses, nor of other operations',
    async ({ field, limit, call }) => {
      const client = clientAt(server);
      for (let count = 0; count <= limit; count++) await call(client);
      expect((await call(client)).status).toBe(429);
      expect((await call(clientAt(server))).status).toBe(200);
      for (const other of CALLS.filter((one) => one.field !== field)) {
        expect([other.field, (await other.call(client)).status]).toEqual([other.field, 200]);
      }
    },
  );

  it('counts each alias of a document, not each request', async () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const before = (await contentsOf(server.db))['users']?.length ?? 0;
    const { data, errors, status } = await clientAt(server).send<
      Record<string, { accessToken: string } | null>
    >(
      `mutation (${names.map((name) => `$${name}: SignUpInput!`).join(' ')}) {
        ${names.map((name) => `${name}: signUp(input: $${name}) { accessToken }`).join('\n')}
      }`,
      Object.fromEntries(names.map((name) => [name, applicant()])),
    );
    expect(status).toBe(429);
    expect(Object.entries(data).map(([name, payload]) => [name, payload !== null])).toEqual([
      ['a', true],
      ['b', true],
      ['c', true],
      ['d', false],
      ['e', false],
    ]);
    expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [['d'], 'RATE_LIMITED'],
      [['e'], 'RATE_LIMITED'],
    ]);
    expect((await contentsOf(server.db))['users']).toHaveLength(before + 3);
  });

  it('counts the same field selected under fragments', async () => {
    const client = clientAt(server);
    const { errors } = await client.send(
      `mutation ($input: RefreshTokenInput!) { ...Many }
      fragment Many on Mutation {
        ${Array.from({ length: 11 }, (_, index) => `f${index}: refreshToken(input: $input) { accessToken }`).join('\n')}
      }`,
      { input: { refreshToken: 'nonsense' } },
    );
    expect(errors?.map(({ path }) => path)).toEqual([['f10']]);
  });

  it('takes no batches, which would be another way around it', async () => {
    const { ip } = clientAt(server);
    const operation = { query: REFRESH, variables: { input: { refreshToken: 'nonsense' } } };
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': ip },
      body: JSON.stringify(Array.from({ length: 20 }, () => operation)),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });

  it.each(CALLS)('of $field does not grow by signing in', async ({ limit, call }) => {
    const one = await signUp(server, 'CANDIDATE');
    const other = await signUp(server, 'CANDIDATE');
    const client = clientAt(server);
    for (let count = 0; count < limit; count++) await call(client);
    expect((await call(client.signedIn(one.accessToken))).status).toBe(429);
    expect((await call(client.signedIn(other.accessToken))).status).toBe(429);
  });

  it('does not change what a refused refresh token is good for', async () => {
    const { refreshToken } = await signUp(server, 'CANDIDATE');
    const client = clientAt(server);
    for (let count = 0; count < 10; count++)
      await client.send(REFRESH, { input: { refreshToken: 'nonsense' } });
    const before = await sessionOf(server, refreshToken);
    expect(await client.errorCode(REFRESH, { input: { refreshToken } })).toBe('RATE_LIMITED');
    expect(await sessionOf(server, refreshToken)).toEqual(before);
    await rotated(server, refreshToken);
    expect((await refresh(server, refreshToken)).userErrors).toEqual([]);
  });
});
