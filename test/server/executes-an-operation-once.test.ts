import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signUp, signUpWithCompany } from '../support/people.js';
import { publishedJob } from '../support/recruitment.js';
import { countStatements } from '../support/statement-count.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { whileWritesFail } from '../support/while-writes-fail.js';

/** Results with errors take another way to the client than those without: see src/server/executor.ts. */
describe('an operation that ends with errors', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  it('is executed once: a change that fails is not tried again', async () => {
    const jobId = await publishedJob(await signUpWithCompany(server));
    const candidate = await signUp(server, 'CANDIDATE');
    const statements = await whileWritesFail(server.db, 'applications', () =>
      countStatements(async () => {
        const code = await candidate.client.errorCode(
          'mutation ($jobId: ID!) { applyToJob(input: { jobId: $jobId }) { application { id } } }',
          { jobId },
        );
        expect(code).toBe('INTERNAL_SERVER_ERROR');
      }),
    );
    expect(statements.filter((text) => text.trim().toLowerCase() === 'begin')).toHaveLength(1);
    expect(statements.filter((text) => text.includes('update jobs'))).toHaveLength(1);
  });
});
