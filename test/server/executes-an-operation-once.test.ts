import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { globalId } from '../../src/graphql/ids.js';
import { signUp, signUpWithCompany } from '../support/people.js';
import { publishedJob } from '../support/recruitment.js';
import { countStatements } from '../support/statement-count.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { whileWritesFail } from '../support/while-writes-fail.js';

/** Results with errors take another way to the client than those without: see src/server/executor.ts. */
describe('an operation that ends with errors is executed once', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  it('when it asks for what is not there, also once it is compiled', async () => {
    const client = server.client();
    const id = globalId('Job', uuidv7());
    for (let count = 0; count < 5; count++) {
      const statements = await countStatements(async () => {
        expect(await client.errorCode('query ($id: ID!) { job(id: $id) { title } }', { id })).toBe(
          'NOT_FOUND',
        );
      });
      expect(statements).toHaveLength(1);
    }
  });

  it('when a change fails halfway', async () => {
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
