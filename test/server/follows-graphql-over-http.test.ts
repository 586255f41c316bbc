import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { startTestServer, type TestServer } from '../support/test-server.js';

/** Like fetch, as a client that is not a web page of somebody else's: those cannot set this header. */
const fetchWithPreflight: typeof fetch = (url, init = {}) => {
  const headers = new Headers(init.headers);
  headers.set('apollo-require-preflight', 'true');
  return fetch(url, { ...init, headers });
};

let server: TestServer;
const audits = serverAudits({ url: () => `${server.url}/graphql`, fetchFn: fetchWithPreflight });

describe('GraphQL over HTTP', () => {
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  it('has 61 audits', () => {
    expect(audits).toHaveLength(61);
  });

  it.each(audits.map((audit): [string, string, (typeof audits)[number]] => [audit.id, audit.name, audit]))(
    '%s %s',
    async (_id, _name, audit) => {
      const result = await audit.fn();
      const reason = 'reason' in result ? result.reason : undefined;
      expect({ status: result.status, reason }).toEqual({ status: 'ok', reason: undefined });
    },
  );
});
