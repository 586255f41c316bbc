import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { signUp, signUpWithCompany, type Person } from '../support/people.js';
import { post, type RawAnswer } from '../support/raw-request.js';
import { startProductionServer } from '../support/production.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const MESSAGE = 'Something went wrong on our side. If it persists, report the request id.';
const ID = 'the-request-that-failed';

describe.each([
  ['development', () => startTestServer()],
  ['production', () => startProductionServer()],
])('an error of our own in %s', (_mode, start) => {
  let server: TestServer;
  beforeEach(async () => {
    server = await start();
  });
  afterEach(() => server.stop());

  const send = (query: string, variables: object = {}, person?: Person): Promise<RawAnswer> =>
    post(server, JSON.stringify({ query, variables }), {
      'x-request-id': ID,
      ...(person && { authorization: `Bearer ${person.accessToken}` }),
    });

  const drop = (table: string) => server.db.rows(sql<object>`drop table ${sql.table(table)} cascade`);

  /** What went wrong, in the log and nowhere else. */
  function expectMasked(answer: RawAnswer, cause: RegExp): void {
    const { errors } = JSON.parse(answer.text) as { errors: { message: string; extensions: object }[] };
    expect(errors.map(({ message, extensions }) => ({ message, extensions }))).toEqual([
      { message: MESSAGE, extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: ID } },
    ]);
    expect(answer.headers.get('x-request-id')).toBe(ID);
    expect(answer.text).not.toMatch(/relation|select|insert|stack|\.ts|node_modules/i);
    const logged = server.logLines
      .map((line) => JSON.parse(line) as { level: number; requestId?: string; err?: { message: string } })
      .filter(({ level, requestId }) => level === 50 && requestId === ID);
    expect(logged).toHaveLength(1);
    expect(logged[0]?.err?.message).toMatch(cause);
  }

  it('in a query is masked, and logged under the id the client gets', async () => {
    await drop('jobs');
    expectMasked(await send('{ jobs { totalCount } }'), /relation "jobs" does not exist/);
  });

  it('in one field leaves the others', async () => {
    const employer = await signUpWithCompany(server);
    await drop('application_events');
    const answer = await send('{ ping me { email } dashboard { __typename } }', {}, employer);
    expect(JSON.parse(answer.text)).toMatchObject({
      data: { ping: 'pong', me: { email: employer.email }, dashboard: null },
      errors: [{ path: ['dashboard'] }],
    });
    expectMasked(answer, /relation "application_events" does not exist/);
  });

  it('in a mutation is masked', async () => {
    const employer = await signUp(server, 'EMPLOYER');
    await drop('companies');
    const answer = await send(
      'mutation { createCompany(input: { name: "X" }) { company { id } userErrors { code } } }',
      {},
      employer,
    );
    expectMasked(answer, /relation "companies" does not exist/);
  });

  it('in finding out who is asking is masked', async () => {
    const person = await signUp(server, 'CANDIDATE');
    await drop('sessions');
    const answer = await send('{ ping }', {}, person);
    expect(answer.status).toBe(500);
    expectMasked(answer, /relation "sessions" does not exist/);
  });
});
