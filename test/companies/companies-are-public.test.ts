import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { globalId } from '../../src/graphql/ids.js';
import { act } from '../support/act.js';
import { signUp, signUpWithCompany } from '../support/people.js';
import { publishedJob } from '../support/recruitment.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const COMPANY = `query ($id: ID!) { company(id: $id) { id name industry size country verifiedAt } }`;

describe('a company', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  it('is seen by everybody, signed in or not', async () => {
    const creator = await signUp(server, 'EMPLOYER');
    const { result } = await act<{ id: string }>(creator.client, 'createCompany', {
      name: 'Sahel Énergie',
      industry: 'Énergie',
      size: 'OVER_500',
      country: 'TD',
    });
    const candidate = await signUp(server, 'CANDIDATE');
    for (const client of [server.client(), candidate.client, creator.client]) {
      expect(await client.data(COMPANY, { id: result?.id })).toEqual({
        company: {
          id: result?.id,
          name: 'Sahel Énergie',
          industry: 'Énergie',
          size: 'OVER_500',
          country: 'TD',
          verifiedAt: null,
        },
      });
    }
  });

  it('is not found under an id nobody has', async () => {
    const id = globalId('Company', uuidv7());
    expect(await server.client().errorCode(COMPANY, { id })).toBe('NOT_FOUND');
  });

  it('is not looked for under the id of something else', async () => {
    const employer = await signUpWithCompany(server);
    const jobId = await publishedJob(employer);
    expect(await server.client().errorCode(COMPANY, { id: jobId })).toBe('BAD_USER_INPUT');
    expect(await server.client().errorCode(COMPANY, { id: 'company_' })).toBe('BAD_USER_INPUT');
  });
});
