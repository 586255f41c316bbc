import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { globalId, type NodeType } from '../../src/graphql/ids.js';
import { candidateRowOf, insertApplications, insertCandidates } from '../support/application-rows.js';
import type { Answer, GraphqlClient } from '../support/graphql-client.js';
import { insertRows } from '../support/insert-rows.js';
import { insertJobs } from '../support/job-rows.js';
import { signUpAdmin } from '../support/members.js';
import { insertNotifications } from '../support/notification-rows.js';
import { signUp, signUpWithCompany, type EmployerWithCompany, type Person } from '../support/people.js';
import { countStatements } from '../support/statement-count.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { uuidIn } from '../support/uuid-in.js';

const NODES = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }';
const FEW = 5;
const MANY = 50;

interface Found {
  __typename: string;
  id: string;
}
interface Data {
  nodes: (Found | null)[];
}

describe('nodes(ids)', () => {
  let server: TestServer;
  let author: EmployerWithCompany;
  let candidate: Person;
  let admin: Person;
  const ids = new Map<NodeType, string[]>();
  beforeAll(async () => {
    server = await startTestServer();
    author = await signUpWithCompany(server);
    candidate = await signUp(server, 'CANDIDATE');
    admin = await signUpAdmin(server);
    await fill();
  });
  afterAll(() => server.stop());

  /** Fifty of each type; the viewing candidate is the first one. */
  async function fill(): Promise<void> {
    const own = await candidateRowOf(server, candidate);
    const candidates = [own, ...(await insertCandidates(server, MANY - 1))];
    const jobs = await insertJobs(
      server,
      author,
      Array.from({ length: MANY }, (_, index) => ({ status: index % 2 === 0 ? 'PUBLISHED' : 'CLOSED' })),
    );
    const cvs = await listedBy('cvs', candidates, (id) => ({
      file_key: id,
      file_name: 'cv.pdf',
      content_type: 'application/pdf',
      size_bytes: 5,
      is_active: true,
    }));
    const applications = await insertApplications(
      server,
      candidates.map((id, index) => ({ candidate: id, jobId: `${jobs[0]}`, columns: { cv_id: cvs[index] } })),
    );
    ids.set(
      'Candidate',
      candidates.map((id) => globalId('Candidate', id)),
    );
    ids.set('Job', jobs);
    ids.set(
      'Cv',
      cvs.map((id) => globalId('Cv', id)),
    );
    ids.set('Application', applications);
    await fillProfiles(candidates);
    await fillRest(applications);
  }

  async function fillProfiles(candidates: string[]): Promise<void> {
    const months = { start_month: '2018-03', description: null, location: null };
    const experiences = await listedBy('experiences', candidates, () => ({
      ...months,
      title: 'Chef',
      company_name: 'Okoumé',
    }));
    const educations = await listedBy('educations', candidates, () => ({
      ...months,
      degree: 'Licence',
      school: 'UOB',
    }));
    const skills = await listedBy('skills', candidates, () => ({
      name: 'Excel',
      level: 4,
      category: 'TECHNICAL',
    }));
    ids.set(
      'Experience',
      experiences.map((id) => globalId('Experience', id)),
    );
    ids.set(
      'Education',
      educations.map((id) => globalId('Education', id)),
    );
    ids.set(
      'Skill',
      skills.map((id) => globalId('Skill', id)),
    );
  }

  async function fillRest(applications: string[]): Promise<void> {
    const notes = await server.db.rows(sql<{ id: string }>`
      insert into application_notes (id, created_at, application_id, employer_id, body)
      select gen_random_uuid(), a.created_at, a.id, a.employer_id, 'Note' from applications a returning id`);
    ids.set(
      'ApplicationNote',
      notes.map(({ id }) => globalId('ApplicationNote', id)),
    );
    const users = await server.db.rows(
      sql<{ id: string }>`select id from users order by created_at, id limit ${MANY}`,
    );
    ids.set(
      'User',
      users.map(({ id }) => globalId('User', id)),
    );
    ids.set(
      'Notification',
      await insertNotifications(
        server,
        candidate,
        applications.map((applicationId) => ({ applicationId })),
      ),
    );
  }

  async function listedBy(
    table: string,
    candidates: string[],
    columnsOf: (id: string) => Record<string, unknown>,
  ): Promise<string[]> {
    const now = server.clock.now().toISOString();
    const rows = candidates.map((candidateId) => {
      const id = uuidv7();
      return { id, created_at: now, candidate_id: candidateId, ...columnsOf(id) };
    });
    await insertRows(server.db, table, rows);
    return rows.map(({ id }) => id);
  }

  const idsOf = (type: NodeType, count: number) => (ids.get(type) ?? []).slice(0, count);

  const ask = (client: GraphqlClient, wanted: string[]): Promise<Answer<Data | null>> =>
    client.send<Data | null>(NODES, { ids: wanted });

  // With how many of five, and of fifty, the viewer gets to see.
  it.each<[NodeType, 'author' | 'candidate' | 'admin' | 'anonymous', number, number]>([
    ['Candidate', 'author', FEW, MANY],
    ['Candidate', 'admin', FEW, MANY],
    ['Candidate', 'candidate', 1, 1],
    ['Experience', 'author', FEW, MANY],
    ['Education', 'author', FEW, MANY],
    ['Skill', 'author', FEW, MANY],
    ['Cv', 'author', FEW, MANY],
    ['Cv', 'admin', FEW, MANY],
    ['Cv', 'candidate', 1, 1],
    ['Job', 'author', FEW, MANY],
    ['Job', 'candidate', 3, 25],
    ['Job', 'anonymous', 3, 25],
    ['Application', 'author', FEW, MANY],
    ['Application', 'candidate', 1, 1],
    ['ApplicationNote', 'author', FEW, MANY],
    ['ApplicationNote', 'candidate', 0, 0],
    ['Notification', 'candidate', FEW, MANY],
    ['Notification', 'author', 0, 0],
    ['User', 'admin', FEW, MANY],
    ['User', 'author', 1, 1],
  ])(
    'costs the same number of statements for 5 and for 50 of %s, for %s',
    async (type, viewer, fewSeen, manySeen) => {
      const clients = { author, candidate, admin, anonymous: { client: server.client() } };
      const few = await costOf(clients[viewer].client, idsOf(type, FEW));
      const many = await costOf(clients[viewer].client, idsOf(type, MANY));
      expect([few.found, many.found]).toEqual([fewSeen, manySeen]);
      expect(many.statements).toBe(few.statements);
    },
  );

  async function costOf(
    client: GraphqlClient,
    wanted: string[],
  ): Promise<{ statements: number; found: number }> {
    let found = 0;
    const statements = await countStatements(async () => {
      const { data } = await ask(client, wanted);
      found = data?.nodes.filter((node) => node !== null).length ?? 0;
    });
    return { statements: statements.length, found };
  }

  it('costs no more for ids named twice', async () => {
    const [id = ''] = idsOf('Candidate', 1);
    const { data } = await ask(author.client, [id, id, id]);
    expect(data?.nodes).toEqual(Array.from({ length: 3 }, () => ({ __typename: 'Candidate', id })));
    const once = await countStatements(() => ask(author.client, [id]));
    const often = await countStatements(() =>
      ask(
        author.client,
        Array.from({ length: 100 }, () => id),
      ),
    );
    expect(often.length).toBe(once.length);
  });

  it('answers in the order of the ids, whatever their types, with null for what the viewer may not see', async () => {
    const [job = ''] = idsOf('Job', 1);
    const [application = ''] = idsOf('Application', 1);
    const [note = ''] = idsOf('ApplicationNote', 1);
    const nobodys = globalId('Job', uuidv7());
    const wanted = [application, nobodys, note, job, author.companyId];
    const seen = async (client: GraphqlClient) =>
      (await ask(client, wanted)).data?.nodes.map((node) =>
        node && node.id === wanted[0] ? 'first' : (node?.__typename ?? null),
      );
    expect(await seen(author.client)).toEqual(['first', null, 'ApplicationNote', 'Job', 'Company']);
    expect(await seen(candidate.client)).toEqual(['first', null, null, 'Job', 'Company']);
    expect(await seen(server.client())).toEqual([null, null, null, 'Job', 'Company']);
  });

  it('refuses what is no global id in its own place only', async () => {
    const [job = ''] = idsOf('Job', 1);
    const { status, data, errors } = await ask(server.client(), [
      'garbage',
      job,
      '',
      `upload_${uuidIn(job)}`,
    ]);
    expect(status).toBe(200);
    expect(data?.nodes).toEqual([null, { __typename: 'Job', id: job }, null, null]);
    expect(errors?.map(({ path, extensions }) => ({ path, code: extensions.code }))).toEqual(
      [0, 2, 3].map((place) => ({ path: ['nodes', place], code: 'BAD_USER_INPUT' })),
    );
  });

  it('takes none and a hundred ids, and no more', async () => {
    const [job = ''] = idsOf('Job', 1);
    expect((await ask(server.client(), [])).data).toEqual({ nodes: [] });
    const hundred = Array.from({ length: 100 }, () => job);
    expect((await ask(server.client(), hundred)).data?.nodes).toHaveLength(100);
    const { data, errors } = await ask(server.client(), [...hundred, job]);
    expect({ data, code: errors?.[0]?.extensions.code }).toEqual({ data: null, code: 'BAD_USER_INPUT' });
  });
});
