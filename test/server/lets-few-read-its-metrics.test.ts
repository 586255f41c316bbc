import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signUp, signUpWithCompany } from '../support/people.js';
import { startProductionServer } from '../support/production.js';
import { post, request, type RawAnswer } from '../support/raw-request.js';
import { publishedJob } from '../support/recruitment.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const TOKEN = 'a-token-for-prometheus-only';

/** An address of this machine by which it does not look like itself. */
const outward = Object.values(networkInterfaces())
  .flat()
  .find((address) => address && !address.internal && address.family === 'IPv4')?.address;

describe.each([
  ['development', (env: Record<string, string>) => startTestServer({ env })],
  ['production', startProductionServer],
])('the metrics in %s', (_mode, start) => {
  let open: TestServer;
  let guarded: TestServer;
  beforeAll(async () => {
    open = await start({ HOST: '0.0.0.0' });
    guarded = await start({ HOST: '0.0.0.0', METRICS_TOKEN: TOKEN });
  });
  afterAll(async () => {
    await open.stop();
    await guarded.stop();
  });

  const metrics = (
    server: Pick<TestServer, 'url'>,
    headers: Record<string, string> = {},
  ): Promise<RawAnswer> => request(server, { path: '/metrics', headers });

  const at = (server: TestServer, host: string): { url: string } => {
    const url = new URL(server.url);
    url.hostname = host;
    return { url: url.origin };
  };

  it('are open to the machine itself', async () => {
    const { status, headers, text } = await metrics(at(open, '127.0.0.1'));
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(text).toContain('# TYPE intowork_graphql_operation_duration_seconds histogram');
    expect((await metrics(at(guarded, '127.0.0.1'))).status).toBe(200);
  });

  it.each<Record<string, string>>([
    { 'x-forwarded-for': '127.0.0.1' },
    { 'x-forwarded-for': '' },
    { forwarded: 'for=127.0.0.1' },
  ])('do not exist for somebody the machine forwards for: %j', async (headers) => {
    for (const server of [open, guarded]) {
      const answer = await metrics(at(server, '127.0.0.1'), headers);
      expect(answer.status).toBe(404);
      expect(answer.text).not.toContain('intowork_');
    }
  });

  const forwarded = { 'x-forwarded-for': '203.0.113.7' };

  it('are open to others with the token', async () => {
    const answer = await metrics(guarded, { ...forwarded, authorization: `Bearer ${TOKEN}` });
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('intowork_database_connections');
  });

  it.each([
    `Bearer ${TOKEN}x`,
    `Bearer ${TOKEN.slice(0, -1)}`,
    `Bearer ${TOKEN.toUpperCase()}`,
    `Basic ${TOKEN}`,
    TOKEN,
    'Bearer ',
    'Bearer undefined',
  ])('do not exist for others with another token: %s', async (authorization) => {
    expect((await metrics(guarded, { ...forwarded, authorization })).status).toBe(404);
    expect((await metrics(open, { ...forwarded, authorization })).status).toBe(404);
  });

  const itFromOutside = outward === undefined ? it.skip : it;

  itFromOutside('do not exist for who comes from another address', async () => {
    expect((await metrics(at(open, `${outward}`))).status).toBe(404);
    expect((await metrics(at(guarded, `${outward}`))).status).toBe(404);
  });
});

describe('what the metrics tell', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  async function lines(): Promise<string[]> {
    const { text } = await request(server, { path: '/metrics' });
    return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  }

  async function value(series: string): Promise<number> {
    const line = (await lines()).find((each) => each.startsWith(`${series} `));
    return line === undefined ? 0 : Number(line.slice(series.length));
  }

  const COUNT = 'intowork_graphql_operation_duration_seconds_count';

  it.each<[string, string, string]>([
    ['a query that went well', '{ ping }', 'type="query",outcome="ok"'],
    [
      'a mutation that went well',
      'mutation { signIn(input: { email: "a@b.cd", password: "x" }) { userErrors { code } } }',
      'type="mutation",outcome="ok"',
    ],
    ['a client mistake', '{ me { id } }', 'type="query",outcome="client_error"'],
    ['a document that is no operation', '{ nope }', 'type="none",outcome="client_error"'],
  ])('counts %s', async (_what, query, labels) => {
    const before = await value(`${COUNT}{${labels}}`);
    await server.client().send(query);
    await server.client().send(query);
    expect(await value(`${COUNT}{${labels}}`)).toBe(before + 2);
  });

  it('counts errors by code', async () => {
    const series = 'intowork_graphql_errors_total{code="UNAUTHENTICATED"}';
    const before = await value(series);
    await server.client().send('{ a: me { id } b: me { id } }');
    expect(await value(series)).toBe(before + 2);
  });

  it('has how long operations take, in buckets', async () => {
    await server.client().data('{ ping }');
    const bucket = 'intowork_graphql_operation_duration_seconds_bucket';
    expect(await value(`${bucket}{le="+Inf",type="query",outcome="ok"}`)).toBe(
      await value(`${COUNT}{type="query",outcome="ok"}`),
    );
    expect(
      await value('intowork_graphql_operation_duration_seconds_sum{type="query",outcome="ok"}'),
    ).toBeGreaterThan(0);
  });

  it('has the connections to the database by state', async () => {
    const state = (name: string) => value(`intowork_database_connections{state="${name}"}`);
    await server.client().data('{ jobs { totalCount } }');
    expect(await state('idle')).toBeGreaterThanOrEqual(1);
    expect(await state('waiting')).toBe(0);
    await server.db.transaction(async (em) => {
      await em.getConnection().execute('select 1', [], 'all', em.getTransactionContext());
      expect(await state('busy')).toBe(1);
    });
    expect(await state('busy')).toBe(0);
  });

  it('has nothing of anybody in its labels, whatever clients send', async () => {
    const employer = await signUpWithCompany(server, 'Société Secrète');
    const candidate = await signUp(server, 'CANDIDATE');
    const jobId = await publishedJob(employer);
    await candidate.client.send('query LookAtMyName ($id: ID!) { job(id: $id) { title } }', { id: jobId });
    await candidate.client.send('query { notAField }');
    await candidate.client.with({ 'x-request-id': 'my-own-request-id' }).send('{ node(id: "x") { id } }');
    await post(server, JSON.stringify({ query: '{ ping }', operationName: 'AnotherName' }));
    await request(server, { path: '/some/path/of/mine' });

    const all = await lines();
    const labels = all.flatMap((line) => /\{(.*)\}/.exec(line)?.[1] ?? []).join('\n');
    for (const secret of [
      employer.email,
      'Secrète',
      jobId,
      candidate.id,
      'LookAtMyName',
      'notAField',
      'my-own',
      'AnotherName',
      'of/mine',
    ]) {
      expect(labels).not.toContain(secret);
    }
    const ours = all.filter(
      (line) => line.startsWith('intowork_graphql') || line.startsWith('intowork_database'),
    );
    const names = new Set(ours.flatMap((line) => [...line.matchAll(/(\w+)="/g)].map(([, name]) => name)));
    expect([...names].toSorted()).toEqual(['code', 'le', 'outcome', 'state', 'type']);
    expect(ours.length).toBeLessThan(150);
  });

  it('has the usual ones of a Node process', async () => {
    const names = (await lines()).map((line) => line.split(/[{ ]/)[0]);
    expect(names).toEqual(
      expect.arrayContaining([
        'intowork_process_cpu_seconds_total',
        'intowork_process_resident_memory_bytes',
        'intowork_nodejs_eventloop_lag_p99_seconds',
      ]),
    );
  });
});
