import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { parse, validate, type GraphQLSchema } from 'graphql';
import { documentRules, MAX_TOKENS } from '../../src/server/document-limits.js';
import { candidateRowOf, insertApplications, insertCandidates } from '../support/application-rows.js';
import type { GraphqlClient } from '../support/graphql-client.js';
import { insertRows } from '../support/insert-rows.js';
import { insertJobs } from '../support/job-rows.js';
import { listDocuments, type ListDocument } from '../support/list-documents.js';
import { addresses, insertInvitations } from '../support/invitations.js';
import { insertMembers, signUpAdmin } from '../support/members.js';
import { insertNotifications } from '../support/notification-rows.js';
import { signUp, signUpWithCompany } from '../support/people.js';
import { readSchema } from '../support/read-schema.js';
import { countStatements } from '../support/statement-count.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { uuidIn } from '../support/uuid-in.js';

const FEW = 5;
const MANY = 50;
/**
 * Two parts of an answer that load of the same kind share a statement if they come to it at the same moment, as they mostly do.
 * What grows with the list does so each time.
 */
const TRIES = 5;

describe('a list', () => {
  let server: TestServer;
  let schema: GraphQLSchema;
  let viewers: Record<string, GraphqlClient>;
  let documents: ListDocument[];

  beforeAll(async () => {
    server = await startTestServer();
    schema = await readSchema(server);
    const author = await signUpWithCompany(server);
    const candidate = await signUp(server, 'CANDIDATE');
    const admin = await signUpAdmin(server);
    const jobs = await insertJobs(
      server,
      author,
      Array.from({ length: MANY + 5 }, () => ({})),
    );
    const [jobId = ''] = jobs;
    const others = await insertCandidates(server, MANY + 5);
    const mine = await candidateRowOf(server, candidate);
    const [applicationId = ''] = await insertApplications(server, [
      ...jobs.map((job) => ({ candidate: mine, jobId: job })),
      ...others.map((other) => ({ candidate: other, jobId })),
    ]);
    await server.db.rows(sql<object>`
      insert into application_notes (id, created_at, application_id, employer_id, body)
      select gen_random_uuid(), a.created_at, a.id, a.employer_id, 'Note ' || n
      from applications a, generate_series(1, case when a.id = ${uuidIn(applicationId)} then ${MANY + 5} else 3 end) n`);
    await insertMembers(server, author.companyId, MANY + 5);
    await insertInvitations(server, author, addresses(MANY + 5));
    for (const person of [author, candidate, admin]) {
      await insertNotifications(
        server,
        person,
        jobs.map((job) => ({ jobId: job, applicationId })),
      );
    }
    // The newest few are of users of every role, as the many are: what is asked depends on roles.
    const newestOfEachRole = sql`now() - row_number() over (partition by u.role order by u.id) * interval '1 second'`;
    await server.db.rows(sql<object>`
      insert into user_invitations
        (id, created_at, invited_by_user_id, email, first_name, last_name, role, link_id, token_hash, expires_at)
      select gen_random_uuid(), ${newestOfEachRole}, u.id, 'invited-' || u.email, 'Awa', 'Diop', 'ADMIN', gen_random_uuid(), u.email,
        now() + interval '7 days'
      from users u`);
    await server.db.rows(sql<object>`
      insert into audit_log (id, created_at, actor_user_id, action, subject_type, subject_id, details)
      select gen_random_uuid(), ${newestOfEachRole}, u.id, 'USER_ACTIVATED', 'User', u.id, '{"reason": "Mistake"}' from users u`);
    // Older than the author's, which stays the first of all.
    const older = new Date(server.clock.now().getTime() - 1000).toISOString();
    await insertRows(
      server.db,
      'companies',
      Array.from({ length: MANY + 5 }, () => ({
        id: uuidv7(),
        created_at: older,
        updated_at: older,
        name: 'Iroko',
        logo_key: `logos/${uuidv7()}`,
      })),
    );
    viewers = {
      author: author.client,
      candidate: candidate.client,
      admin: admin.client,
      anonymous: server.client(),
    };
    const ids = {
      jobId: `"${jobId}"`,
      'job.id': `"${jobId}"`,
      'application.id': `"${applicationId}"`,
      'company.id': `"${author.companyId}"`,
      'user.id': `"${author.id}"`,
    };
    documents = listDocuments(schema, ids, isTaken);
  });
  afterAll(() => server.stop());

  /** Whether the server would execute a document, by the very rules it has for documents. */
  function isTaken(text: string): boolean {
    const isShort = (text.match(/\w+|[^\s\w]/g) ?? []).length <= MAX_TOKENS;
    return isShort && validate(schema, parse(text), documentRules).length === 0;
  }

  /** How many items of the list at the end of a path came, in the longest of them. */
  function lengthOf(data: unknown, path: readonly string[]): number {
    if (Array.isArray(data)) return Math.max(0, ...data.map((item) => lengthOf(item, path)));
    if (typeof data !== 'object' || data === null) return 0;
    if ('edges' in data && Array.isArray(data.edges)) {
      if (path.length === 0) return data.edges.length;
      return lengthOf(
        data.edges.map((edge: { node: unknown }) => edge.node),
        path,
      );
    }
    const [name = '', ...rest] = path;
    return lengthOf((data as Record<string, unknown>)[name], rest);
  }

  interface Cost {
    statements: string[];
    length: number;
    problem: string | undefined;
  }

  async function costOf(client: GraphqlClient, { path, text }: ListDocument, n: number): Promise<Cost> {
    let length = 0;
    let problem: string | undefined;
    const statements = await countStatements(async () => {
      const { data, errors } = await client.send<Record<string, unknown>>(text, { n });
      length = lengthOf(data, path);
      const unexpected = (errors ?? []).filter(
        ({ extensions }) => !['FORBIDDEN', 'UNAUTHENTICATED', 'NOT_FOUND'].includes(extensions.code),
      );
      if (unexpected.length > 0) problem = JSON.stringify(unexpected[0]);
    });
    return { statements, length, problem };
  }

  /** What was sent more often for many than for few, if they cost more. */
  function additional(few: string[], many: string[]): string[] {
    if (many.length <= few.length) return [];
    const rest = [...many];
    for (const text of few) {
      const at = rest.indexOf(text);
      if (at >= 0) rest.splice(at, 1);
    }
    return rest;
  }

  it('costs the same number of statements at any length, wherever it is and whoever asks', async () => {
    const dearer: string[] = [];
    const problems: string[] = [];
    const reached = new Set<string>();
    for (const document of documents) {
      const name = document.path.join('.');
      for (const [viewer, client] of Object.entries(viewers)) {
        const few = await costOf(client, document, FEW);
        if (few.problem !== undefined) problems.push(`${name} for ${viewer}: ${few.problem}`);
        if (few.length < FEW) continue;
        const many = await costOf(client, document, MANY);
        if (many.problem !== undefined) problems.push(`${name} for ${viewer}: ${many.problem}`);
        if (many.length > 4 * FEW) reached.add(name);
        let more = additional(few.statements, many.statements);
        for (let again = 0; more.length > 0 && again < TRIES; again++) {
          const shorter = await costOf(client, document, FEW);
          more = additional(shorter.statements, (await costOf(client, document, MANY)).statements);
        }
        if (more.length > 0) dearer.push(`${name} for ${viewer} at ${many.length}: ${more.join('; ')}`);
      }
    }
    expect(problems).toEqual([]);
    expect(dearer).toEqual([]);
    // Each type of list was really there at some place; what is missing here would not have been tested.
    const lists = new Set(documents.map(({ path }) => path.at(-1)));
    const tried = new Set([...reached].map((name) => name.split('.').at(-1)));
    expect([...lists].filter((list) => !tried.has(list))).toEqual([]);
  }, 300_000);
});
