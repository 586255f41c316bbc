import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  JobDocument,
  JobsDocument,
  PingDocument,
  PublishJobDocument,
  type JobStatus,
} from '../../client/operations.js';
import { request, type Endpoint } from '../../client/request.js';
import { signUpWithCompany } from '../support/people.js';
import { createJob } from '../support/recruitment.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

describe('with the typed documents a client', () => {
  let server: TestServer;
  let endpoint: Endpoint;
  let jobId: string;
  beforeAll(async () => {
    server = await startTestServer();
    const employer = await signUpWithCompany(server);
    endpoint = {
      url: `${server.url}/graphql`,
      headers: { authorization: `Bearer ${employer.accessToken}` },
    };
    jobId = await createJob(employer, { title: 'Géologue' });
  });
  afterAll(() => server.stop());

  it('sends variables and reads results of known types', async () => {
    const { publishJob } = await request(endpoint, PublishJobDocument, { input: { jobId } });
    const status: JobStatus | undefined = publishJob?.job?.status;
    expect([status, publishJob?.userErrors]).toEqual(['PUBLISHED', []]);
    const { jobs } = await request(endpoint, JobsDocument, { search: 'geologue' });
    const titles: string[] = jobs.edges.map(({ node }) => node.title);
    expect(titles).toEqual(['Géologue']);
  });

  it('leaves out variables that nobody has to give', async () => {
    expect(await request(endpoint, PingDocument)).toEqual({ ping: 'pong' });
    expect((await request(endpoint, JobsDocument)).jobs.totalCount).toBe(1);
  });

  it('learns of mistakes when it is compiled, and of the rest when it is run', async () => {
    // @ts-expect-error a variable that is required
    await expect(request(endpoint, JobDocument)).rejects.toThrow('HTTP');
    // @ts-expect-error a variable of another type
    await expect(request(endpoint, JobDocument, { id: 7 })).rejects.toThrow('HTTP');
    // @ts-expect-error a value the enum does not have
    await expect(request(endpoint, JobsDocument, { orderBy: 'OLDEST' })).rejects.toThrow('HTTP');
    // @ts-expect-error a field the document does not ask for
    const unasked: unknown = (await request(endpoint, PingDocument)).pong;
    expect(unasked).toBeUndefined();
    await expect(request(endpoint, JobDocument, { id: 'Job:none' })).rejects.toThrow('HTTP');
  });
});
