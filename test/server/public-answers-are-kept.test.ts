import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { buildSchema, execute, isObjectType, parse } from 'graphql';
import { badInput } from '../../src/graphql/errors.js';
import { markPublic, publicFields } from '../../src/graphql/public-field.js';
import { PublicCache } from '../../src/platform/cache.js';
import { MINUTE, systemClock } from '../../src/platform/clock.js';
import { PublicAnswers } from '../../src/server/public-answers.js';
import type { RequestContext } from '../../src/server/request-context.js';
import type { GraphqlClient } from '../support/graphql-client.js';
import { insertJobs } from '../support/job-rows.js';
import { signUp, signUpWithCompany, type EmployerWithCompany, type Person } from '../support/people.js';
import { apply, publishedJob } from '../support/recruitment.js';
import { post } from '../support/raw-request.js';
import { schemaAsServed } from '../support/schema-as-served.js';
import { countStatements } from '../support/statement-count.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const BOARD = `query ($first: Int) {
  jobs(first: $first) { totalCount edges { cursor node { id title company { id name logoUrl publishedJobsCount } } } pageInfo { hasNextPage } }
}`;

describe('an answer made of public fields', () => {
  let server: TestServer;
  let employer: EmployerWithCompany;
  let candidate: Person;
  let nobody: GraphqlClient;
  let jobId: string;
  beforeAll(async () => {
    server = await startTestServer({ env: { LIST_CACHE_SECONDS: '60' } });
    employer = await signUpWithCompany(server);
    candidate = await signUp(server, 'CANDIDATE');
    nobody = server.client();
    jobId = await publishedJob(employer);
    await publishedJob(employer);
  });
  afterAll(() => server.stop());

  it('takes no statement the next time, and one to find out who asks', async () => {
    const first = await nobody.send(BOARD, { first: 5 });
    const again: unknown[] = [];
    expect(await countStatements(async () => again.push(await nobody.send(BOARD, { first: 5 })))).toEqual([]);
    expect(
      await countStatements(async () => again.push(await candidate.client.send(BOARD, { first: 5 }))),
    ).toHaveLength(1);
    expect(again).toEqual([
      expect.objectContaining({ data: first.data }),
      expect.objectContaining({ data: first.data }),
    ]);
  });

  it('is made once for many who ask together', async () => {
    const ask = () => nobody.send(BOARD, { first: 7 });
    const alone = await countStatements(() => server.client().send(BOARD, { first: 9 }));
    expect(await countStatements(() => Promise.all([ask(), ask(), ask(), ask()]))).toHaveLength(alone.length);
  });

  it('is another one for other variables', async () => {
    const sizes = await Promise.all(
      [1, 2, 1, 2].map(async (first) => {
        const { jobs } = await nobody.data<{ jobs: { edges: unknown[] } }>(BOARD, { first });
        return jobs.edges.length;
      }),
    );
    expect(sizes).toEqual([1, 2, 1, 2]);
  });

  it('is forgotten once something it is made of has changed', async () => {
    const titlesAndNames = async () => {
      const { jobs } = await nobody.data<{ jobs: { edges: { node: { title: string; company: object } }[] } }>(
        BOARD,
        { first: 50 },
      );
      return jobs.edges.map(({ node }) => node);
    };
    await titlesAndNames();
    await employer.client.send(
      'mutation { updateCompany(input: { name: "Ozigo" }) { userErrors { code } } }',
    );
    expect(await titlesAndNames()).toContainEqual(
      expect.objectContaining({ id: jobId, company: expect.objectContaining({ name: 'Ozigo' }) }),
    );
    await employer.client.send(
      `mutation { updateJob(input: { jobId: "${jobId}", title: "Maçon" }) { userErrors { code } } }`,
    );
    expect(await titlesAndNames()).toContainEqual(expect.objectContaining({ id: jobId, title: 'Maçon' }));
  });

  it('is never older than lists may be, what it is made from included', async () => {
    const rows = `{ jobs(first: 50) { edges { node { id hasApplied } } } }`;
    const whole = `{ jobs(first: 50) { edges { node { id title } } } }`;
    // The answer is made of a page that is in memory by then.
    await nobody.send(rows);
    const [id] = await insertJobs(server, employer, [{}]);
    server.clock.advance(25_000);
    await nobody.send(whole);
    server.clock.advance(MINUTE - 24_000);
    const { jobs } = await nobody.data<{ jobs: { edges: { node: { id: string } }[] } }>(whole);
    expect(jobs.edges.map(({ node }) => node.id)).toContain(id);
  });

  it('gives way to the news that what it showed is gone', async () => {
    const other = await signUpWithCompany(server, 'Kevazingo');
    const ask = () => nobody.send(`{ company(id: "${other.companyId}") { name } }`);
    expect((await ask()).data).toEqual({ company: { name: 'Kevazingo' } });
    await server.db.unprepared.rows(sql`delete from companies where name = 'Kevazingo'`);
    server.clock.advance(MINUTE);
    for (let time = 0; time < 3; time++) {
      const { errors } = await ask();
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
    }
  });

  it('is asked for with mistakes in variables without the log taking them for ours', async () => {
    expect(await nobody.errorCode(BOARD, { first: 'many' })).toBe('BAD_USER_INPUT');
    expect(server.logLines.filter((line) => line.includes('"level":40') || line.includes('warn'))).toEqual(
      [],
    );
  });

  it('is another one for a number that JSON has no form for, which is refused', async () => {
    await nobody.send('query ($n: Int) { companies(first: $n) { totalCount } }', { n: null });
    const { status, text } = await post(
      server,
      '{"query":"query ($n: Int) { companies(first: $n) { totalCount } }","variables":{"n":1e400}}',
    );
    expect([status, text]).toEqual([400, expect.stringContaining('BAD_USER_INPUT')]);
  });

  it('serves on while a new one cannot be made', async () => {
    const ask = () => nobody.send('{ companies(first: 3) { edges { node { id name city } } } }');
    const { data } = await ask();
    await server.db.unprepared.rows(sql`alter table companies rename to companies_away`);
    try {
      server.clock.advance(MINUTE);
      expect(await ask()).toMatchObject({ data, errors: undefined });
      expect((await nobody.send('{ companies(first: 4) { edges { node { id } } } }')).errors).toMatchObject([
        { extensions: { code: 'INTERNAL_SERVER_ERROR' } },
      ]);
    } finally {
      await server.db.unprepared.rows(sql`alter table companies_away rename to companies`);
    }
    expect((await nobody.send('{ companies(first: 4) { edges { node { id } } } }')).errors).toBeUndefined();
  });

  it('is not given to a token that no longer holds', async () => {
    await nobody.send(BOARD, { first: 5 });
    const { errors, data } = await nobody
      .signedIn('eyJhbGciOiJub25lIn0.e30.')
      .send<null>(BOARD, { first: 5 });
    expect(data).toBeFalsy();
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
  });
});

describe('an answer that depends on who asks', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ env: { LIST_CACHE_SECONDS: '60' } });
  });
  afterAll(() => server.stop());

  it('is made for each, however often it was made for another', async () => {
    const employer = await signUpWithCompany(server);
    const candidate = await signUp(server, 'CANDIDATE');
    const id = await publishedJob(employer);
    await apply(candidate, id);
    const mine = `{ jobs(first: 5) { edges { node { id hasApplied } } } }`;
    const read = async (client: GraphqlClient) => {
      const { jobs } = await client.data<{ jobs: { edges: { node: unknown }[] } }>(mine);
      return jobs.edges[0]?.node;
    };
    for (let time = 0; time < 4; time++) {
      expect(await read(candidate.client)).toEqual({ id, hasApplied: true });
      expect(await read(server.client())).toEqual({ id, hasApplied: null });
    }
  });
});

describe('an answer of a field that is marked as public', () => {
  const schema = buildSchema('type Query { me: String }');
  const answer: RequestContext['answer'] = { kept: null };
  const context = { viewer: { email: 'somebody@intowork.example' }, answer } as RequestContext;
  const execution = { document: parse('{ me }'), context, operationName: undefined, variables: {} };
  const answers = new PublicAnswers(
    schema,
    new PublicCache(systemClock),
    async ({ document, context: contextValue }) => execute({ schema, document, contextValue }),
  );
  beforeAll(() => {
    const field = schema.getQueryType()?.getFields()['me'];
    if (!field) throw new Error('the schema has no such field');
    field.resolve = (_root, _args, { viewer }: RequestContext) => viewer?.email ?? 'nobody';
    markPublic(field, 'User');
  });

  it('meets no viewer, were it marked by mistake', async () => {
    expect(await answers.execute(execution)).toEqual({ data: { me: 'nobody' } });
  });

  it('is the same with variables that the document does not declare', async () => {
    let made = 0;
    const counting = new PublicAnswers(schema, new PublicCache(systemClock), async () => {
      made += 1;
      return { data: { me: 'nobody' } };
    });
    for (const extra of ['a', 'b'.repeat(1000)])
      await counting.execute({ ...execution, variables: { [extra]: made } });
    expect(made).toBe(1);
  });

  it('goes when others need its room, though there be mistakes in it', async () => {
    let made = 0;
    const large = { data: { me: 'x'.repeat(1_000_000) }, errors: [badInput('Not an id.')] };
    const counting = new PublicAnswers(schema, new PublicCache(systemClock), async () => {
      made += 1;
      return large;
    });
    const documents = Array.from({ length: 30 }, (_, index) => parse(`query Q${index} { me }`));
    for (const document of documents) await counting.execute({ ...execution, document });
    for (const document of documents) await counting.execute({ ...execution, document });
    // Ten of them are all the room there is.
    expect(made).toBe(60);
  });

  it('is kept in bytes that hold no more memory than they are long', async () => {
    const { data } = await answers.execute(execution);
    const bytes = answer.kept?.bytes;
    expect(String(bytes)).toBe('{"data":{"me":"nobody"}}\n');
    expect(answers.stringify({ data })).toBe(String(bytes));
    expect(bytes?.buffer.byteLength).toBe(bytes?.length);
  });
});

describe('the fields that are public', () => {
  it('are these and the ids, none of them with a limit of its own', async () => {
    const schema = await schemaAsServed();
    const fields = publicFields(schema);
    expect(fields.filter((field) => !field.endsWith('.id')).toSorted()).toEqual([
      'Company.jobs',
      'Company.logoUrl',
      'Company.publishedJobsCount',
      'CompanyCount.company',
      'Job.company',
      'JobSearchEdge.highlights',
      'Query.companies',
      'Query.company',
      'Query.jobs',
    ]);
    const limited = fields.filter((path) => {
      const [typeName = '', name = ''] = path.split('.');
      const type = schema.getType(typeName);
      const field = isObjectType(type) ? type.getFields()[name] : undefined;
      return field?.astNode?.directives?.some((directive) => directive.name.value === 'rateLimit') === true;
    });
    expect(limited).toEqual([]);
  });
});
