import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from '../support/raw-request.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

/** The first executions of a document walk it; from the third on, code runs that was compiled for it. */
const TIMES = 5;

describe('an operation that the document does not have', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ env: { LIST_CACHE_SECONDS: '60' } });
  });
  afterAll(() => server.stop());

  async function send(query: string, operationName?: string): Promise<[number, string | undefined]> {
    const { status, text } = await request(server, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, operationName }),
    });
    const { errors } = JSON.parse(text) as { errors?: { extensions: { code: string } }[] };
    return [status, errors?.[0]?.extensions.code];
  }

  it.each([
    ['another name', 'query Mine { ping }', 'Nope'],
    ['no name at all', '{ ping }', ''],
    ['a name, the document having none', '{ ping }', 'Nope'],
    ['a name every object has', 'query Mine { ping }', 'constructor'],
    ['another name, for a list that is kept', 'query Mine { companies(first: 2) { totalCount } }', 'Nope'],
    ['another name, of two', 'query A { ping } query B { ping }', 'C'],
    [
      'another name, for one too large',
      'query Mine { companies(first: 100) { edges { node { jobs(first: 100) { edges { node { company { jobs(first: 100) { totalCount } } } } } } } } }',
      'Nope',
    ],
  ])('is a mistake of the client each time, and nothing is executed: %s', async (_what, query, name) => {
    // So often without a mistake that it would be compiled.
    for (let time = 0; time < TIMES; time++) await send(query);
    for (let time = 0; time < TIMES; time++)
      expect(await send(query, name)).toEqual([400, 'OPERATION_RESOLUTION_FAILURE']);
    expect(server.logLines.filter((line) => line.includes('unexpected error'))).toEqual([]);
  });
});
