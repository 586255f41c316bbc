import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FIRST_DOCUMENT } from '../../src/server/first-document.js';
import { signUpWithCompany } from '../support/people.js';
import { startProductionServer } from '../support/production.js';
import { codesIn, request } from '../support/raw-request.js';
import { publishedJob } from '../support/recruitment.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const asBrowser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

describe('in development', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  it('a browser gets Apollo Sandbox with the first document on /graphql', async () => {
    const { status, headers, text } = await request(server, { headers: asBrowser });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^text\/html/);
    expect(text).toContain('sandbox');
    expect(text).toContain('query LatestJobs');
  });

  it('a browser is led from / to it', async () => {
    const { status, headers } = await request(server, { path: '/', headers: asBrowser });
    expect([status, headers.get('location')]).toEqual([302, '/graphql']);
  });

  it('a client that asks for JSON gets no page', async () => {
    const answer = await request(server, { headers: { accept: 'application/json' } });
    expect(answer.status).toBe(400);
    expect(codesIn(answer)).toEqual(['BAD_REQUEST']);
  });

  it('GraphiQL is whole in one page: nothing in it comes from the internet', async () => {
    const { status, headers, text } = await request(server, { path: '/graphiql', headers: asBrowser });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    const tags = text.match(/<(script|link|img|iframe|style)\b[^>]*>/gi) ?? [];
    expect(tags.some((tag) => tag.startsWith('<script'))).toBe(true);
    expect(tags.filter((tag) => /(src|href)\s*=\s*["']?\s*(https?:)?\/\//i.test(tag))).toEqual([]);
    expect(text).not.toMatch(/@import\s+(url\()?["']?https?:/i);
    expect(text).toContain('/graphql');
    expect(text).toContain('query LatestJobs');
  });

  it('both pages may run their scripts, and nothing else loosens the rest', async () => {
    for (const path of ['/graphql', '/graphiql']) {
      const { headers } = await request(server, { path, headers: asBrowser });
      expect(headers.get('content-security-policy')).toBeNull();
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
    const { headers } = await request(server, { path: '/livez' });
    expect(headers.get('content-security-policy')).toBe("default-src 'none';frame-ancestors 'none'");
  });

  it('the first document works for everybody', async () => {
    const employer = await signUpWithCompany(server);
    await publishedJob(employer);
    for (const client of [server.client(), employer.client]) {
      expect(await client.data(FIRST_DOCUMENT)).toEqual({
        jobs: {
          totalCount: 1,
          edges: [
            {
              node: {
                id: expect.stringMatching(/^job_/),
                title: 'Comptable',
                type: 'FULL_TIME',
                location: 'Libreville',
                company: { name: 'Okoumé Bois' },
              },
            },
          ],
        },
      });
    }
  });
});

describe('in production', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startProductionServer();
  });
  afterAll(() => server.stop());

  it.each(['/', '/graphiql'])('there is nothing on %s', async (path) => {
    const answer = await request(server, { path, headers: asBrowser });
    expect(answer.status).toBe(404);
    expect(codesIn(answer)).toEqual(['NOT_FOUND']);
  });

  it('a browser gets no page on /graphql', async () => {
    const answer = await request(server, { headers: asBrowser });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(codesIn(answer)).toEqual(['BAD_REQUEST']);
  });

  it('the API itself works', async () => {
    expect(await server.client().data('{ ping }')).toEqual({ ping: 'pong' });
  });
});
