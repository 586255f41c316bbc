import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { candidateRowOf, insertApplications, insertCandidates } from '../support/application-rows.js';
import type { GraphqlClient } from '../support/graphql-client.js';
import { insertJobs } from '../support/job-rows.js';
import { signUpAdmin } from '../support/members.js';
import { signUp, signUpWithCompany, type EmployerWithCompany, type Person } from '../support/people.js';
import { countStatements } from '../support/statement-count.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { uuidIn } from '../support/uuid-in.js';

const JOBS = `query ($first: Int!) {
  list: jobs(first: $first) {
    totalCount
    edges { cursor node { id title status company { id name } hasApplied } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

const MY_APPLICATIONS = `query ($first: Int!) {
  list: myApplications(first: $first) {
    totalCount
    edges { node { id status job { title hasApplied company { name } } history { from to at reason } availableTransitions } }
  }
}`;

const JOB_APPLICATIONS = `query ($first: Int!, $jobId: ID!) {
  list: jobApplications(first: $first, jobId: $jobId) {
    totalCount
    edges { node { id status cv { fileName downloadUrl } job { title company { name } } candidate { firstName lastName email experiences { title } educations { degree } skills { name level } } history { from to at reason } } }
  }
}`;

const COMPANY_APPLICATIONS = `query ($first: Int!) {
  list: companyApplications(first: $first, orderBy: RATING) {
    totalCount
    edges { node {
      id rating reopenTransitions job { title } candidate { lastName } history { member { lastName } }
      notes(first: 2) { totalCount edges { node { body author { firstName } application { id } } } }
      latest: notes(last: 1) { edges { node { body } } }
    } }
  }
}`;

interface Answer {
  list: { totalCount: number; edges: { node: Record<string, unknown> }[] };
}

/** Gives every candidate one of everything, and every application a CV. */
async function fillProfiles({ db }: TestServer): Promise<void> {
  await db.rows(sql`
    insert into experiences (id, candidate_id, title, company_name, start_month)
    select gen_random_uuid(), id, 'Comptable', 'Okoumé', '2020-01' from candidates`);
  await db.rows(sql`
    insert into educations (id, candidate_id, degree, school, start_month)
    select gen_random_uuid(), id, 'Licence', 'UOB', '2016-01' from candidates`);
  await db.rows(sql`
    insert into skills (id, candidate_id, name, level, category)
    select gen_random_uuid(), id, 'Excel', 3, 'TECHNICAL' from candidates`);
  await db.rows(sql`
    insert into cvs (id, candidate_id, file_name, file_key, content_type, size_bytes)
    select gen_random_uuid(), id, 'cv.pdf', 'cvs/' || gen_random_uuid(), 'application/pdf', 9 from candidates`);
  await db.rows(sql`
    update applications a set cv_id = c.id from cvs c where c.candidate_id = a.candidate_id`);
}

describe('the number of statements a page costs', () => {
  let server: TestServer;
  let candidate: Person;
  let author: EmployerWithCompany;
  let popular: string;
  beforeAll(async () => {
    server = await startTestServer();
    candidate = await signUp(server, 'CANDIDATE');
    const jobs: string[] = [];
    for (const name of ['Okoumé', 'Iroko', 'Ébène', 'Padouk', 'Wengé']) {
      author = await signUpWithCompany(server, name);
      jobs.push(
        ...(await insertJobs(
          server,
          author,
          Array.from({ length: 12 }, () => ({})),
        )),
      );
    }
    popular = jobs.at(-1) ?? '';
    const mine = await candidateRowOf(server, candidate);
    await insertApplications(
      server,
      jobs.map((jobId) => ({ candidate: mine, jobId })),
    );
    const others = await insertCandidates(server, 55);
    await insertApplications(
      server,
      others.map((other) => ({ candidate: other, jobId: popular })),
    );
    await fillProfiles(server);
  });
  afterAll(() => server.stop());

  /** Asks for a page and makes sure that it came whole: with so many items, and every object in them. */
  async function cost(client: GraphqlClient, query: string, first: number): Promise<number> {
    let answer: Answer | undefined;
    const variables = { first, ...(query === JOB_APPLICATIONS && { jobId: popular }) };
    const statements = await countStatements(async () => {
      answer = await client.data<Answer>(query, variables);
    });
    expect(answer?.list.edges).toHaveLength(first);
    for (const { node } of answer?.list.edges ?? []) {
      for (const related of ['company', 'job', 'candidate'].filter((field) => field in node))
        expect(node[related]).not.toBeNull();
      if ('cv' in node) expect(node['cv']).toMatchObject({ fileName: 'cv.pdf' });
      if (query === JOB_APPLICATIONS)
        expect(node['candidate']).toMatchObject({ skills: [{ name: 'Excel' }] });
      if ('history' in node) expect(node['history']).toHaveLength(2);
    }
    return statements.length;
  }

  it('is at most 4 for 50 jobs with company, hasApplied and total, for a signed-in candidate', async () => {
    expect(await cost(candidate.client, JOBS, 50)).toBeLessThanOrEqual(4);
  });

  it('is at most 2 for 50 jobs with company and total, for an anonymous viewer', async () => {
    expect(await cost(server.client(), JOBS, 50)).toBeLessThanOrEqual(2);
  });

  it('does not grow with a page of jobs', async () => {
    const few = await cost(candidate.client, JOBS, 5);
    expect(await cost(candidate.client, JOBS, 50)).toBe(few);
  });

  it('does not grow with a page of my applications', async () => {
    const few = await cost(candidate.client, MY_APPLICATIONS, 5);
    expect(await cost(candidate.client, MY_APPLICATIONS, 50)).toBe(few);
    expect(few).toBeLessThanOrEqual(6);
  });

  it('does not grow with a page of the applications to a job', async () => {
    const few = await cost(author.client, JOB_APPLICATIONS, 5);
    expect(await cost(author.client, JOB_APPLICATIONS, 50)).toBe(few);
    expect(few).toBeLessThanOrEqual(11);
  });

  it('does not grow with a page of the applications to a company, with the notes on each', async () => {
    await server.db.rows(sql<object>`
      insert into application_notes (id, created_at, application_id, employer_id, body)
      select gen_random_uuid(), a.created_at, a.id, a.employer_id, 'Note ' || n
      from applications a, generate_series(1, 3) n where a.job_id = ${uuidIn(popular)}`);
    const few = await cost(author.client, COMPANY_APPLICATIONS, 5);
    expect(await cost(author.client, COMPANY_APPLICATIONS, 50)).toBe(few);
    expect(few).toBeLessThanOrEqual(12);
    const { list } = await author.client.data<{ list: { edges: { node: { notes: object } }[] } }>(
      COMPANY_APPLICATIONS,
      { first: 50 },
    );
    const noted = list.edges.filter(({ node }) => 'totalCount' in node.notes && node.notes.totalCount === 3);
    expect(noted.length).toBeGreaterThan(30);
  });

  it('does not grow for administrators either', async () => {
    const admin = await signUpAdmin(server);
    const few = await cost(admin.client, JOB_APPLICATIONS, 5);
    expect(await cost(admin.client, JOB_APPLICATIONS, 50)).toBe(few);
  });

  it('is shared by two lists of one operation where they need the same rows', async () => {
    const query = `{
      a: jobs(first: 50) { edges { node { company { name } hasApplied } } }
      b: jobs(first: 50) { edges { node { company { name } hasApplied } } }
    }`;
    const statements = await countStatements(() => candidate.client.data(query));
    // The viewer, two pages, and one load each of companies and applications.
    expect(statements.length).toBeLessThanOrEqual(5);
  });
});
