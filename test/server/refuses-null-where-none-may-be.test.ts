import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestServer, type TestServer } from '../support/test-server.js';

/** A variable that may be null is allowed where null is not, as long as there is a default for leaving it out. */
describe('null in a variable, where none may be', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  it.each([
    ['an argument with a default', 'query ($value: Int) { recentJobsCount(days: $value) }'],
    [
      'an argument in a fragment',
      'query ($value: CompanyOrder) { ...List } fragment List on Query { companies(orderBy: $value) { totalCount } }',
    ],
    ['an argument, the variable having a default', 'query ($value: ID = "x") { job(id: $value) { id } }'],
    ['a condition', 'query ($value: Boolean = true) { ping @include(if: $value) }'],
  ])('is a mistake of the client: %s', async (_what, query) => {
    for (let time = 0; time < 4; time++) {
      const { status, errors } = await server.client().send(query, { value: null });
      expect([status, errors]).toEqual([
        400,
        [
          {
            message: expect.stringMatching(/^Variable "\$value" must not be null/),
            extensions: { code: 'BAD_USER_INPUT' },
          },
        ],
      ]);
    }
    expect(server.logLines.filter((line) => line.includes('unexpected error'))).toEqual([]);
  });

  it('stands for leaving it out where null may be', async () => {
    const query = 'query ($value: Int) { jobs(first: $value) { totalCount } }';
    expect(await server.client().data(query, { value: null })).toEqual({ jobs: { totalCount: 0 } });
  });

  it('is the default where nothing is sent', async () => {
    expect(await server.client().data('query ($value: Int) { recentJobsCount(days: $value) }')).toEqual({
      recentJobsCount: 0,
    });
  });

  it('is refused as well when it is the default of the variable', async () => {
    const query = 'query ($value: Int = null) { recentJobsCount(days: $value) }';
    expect(await server.client().errorCode(query)).toBe('BAD_USER_INPUT');
  });
});
