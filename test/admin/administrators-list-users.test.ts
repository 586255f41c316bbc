import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { globalId } from '../../src/graphql/ids.js';
import { insertRows } from '../support/insert-rows.js';
import { signUpAdmin } from '../support/members.js';
import { signUp, type Person } from '../support/people.js';
import { countStatements } from '../support/statement-count.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { idsOf, walkBackward, walkForward } from '../support/walk-pages.js';

interface UsersAnswer {
  users: { totalCount: number; edges: { node: { firstName: string; lastName: string; email: string } }[] };
}

const USERS = `query ($search: String, $role: Role, $isActive: Boolean, $orderBy: UserOrder) {
  users(search: $search, role: $role, isActive: $isActive, orderBy: $orderBy, first: 100) {
    totalCount edges { node { firstName lastName email } }
  }
}`;

/** Given name, family name, local part of the address, role, activity. */
const PEOPLE: [string, string, string, string, boolean][] = [
  ['Zoé', 'Mbïda', 'zoe', 'CANDIDATE', true],
  ['Ama', 'mbida', 'ama', 'CANDIDATE', false],
  ['Ève', 'Abessolo', 'eve', 'EMPLOYER', true],
  ['Eve', 'Ábessolo', 'eve2', 'EMPLOYER', false],
  ['Cœur', 'Œdipe', '100%', 'CANDIDATE', true],
  ['Paul', 'Under_score', 'paul', 'CANDIDATE', true],
  ['Pau\\l', 'Underscore', 'slash', 'CANDIDATE', true],
];

describe('users', () => {
  let server: TestServer;
  let admin: Person;
  beforeAll(async () => {
    server = await startTestServer();
    admin = await signUpAdmin(server);
    await server.db.rows(sql`update users set first_name = 'Root', last_name = 'Zz' where role = 'ADMIN'`);
    const start = server.clock.now().getTime();
    await insertRows(
      server.db,
      'users',
      PEOPLE.map(([first_name, last_name, local, role, is_active], index) => {
        const at = new Date(start + 1000 * (index + 1)).toISOString();
        const id = uuidv7();
        const email = `${local}@people.example`;
        return { id, created_at: at, updated_at: at, email, role, first_name, last_name, is_active };
      }),
    );
  });
  afterAll(() => server.stop());

  async function listed(variables: Record<string, unknown>): Promise<{ total: number; names: string[] }> {
    const { users } = await admin.client.data<UsersAnswer>(USERS, variables);
    const names = users.edges.map(({ node }) => `${node.firstName} ${node.lastName}`);
    return { total: users.totalCount, names };
  }

  it('lists everybody, latest sign-up first, with a true total', async () => {
    const names = PEOPLE.toReversed().map(([first, last]) => `${first} ${last}`);
    expect(await listed({})).toEqual({ total: 8, names: [...names, 'Root Zz'] });
  });

  it('sorts by name as people read it, and so walks in both directions', async () => {
    const { names } = await listed({ orderBy: 'NAME' });
    expect(names.slice(0, 4).toSorted()).toEqual(['Ama mbida', 'Eve Ábessolo', 'Zoé Mbïda', 'Ève Abessolo']);
    expect(names.slice(2)).toEqual(['Ama mbida', 'Zoé Mbïda', 'Cœur Œdipe', ...names.slice(5, 7), 'Root Zz']);
    const list = { client: admin.client, field: 'users', args: 'orderBy: NAME' };
    const forward = (await walkForward(list, 3)).flatMap(idsOf);
    const backward = (await walkBackward(list, 3)).toReversed().flatMap(idsOf);
    expect(forward).toHaveLength(8);
    expect(new Set(forward).size).toBe(8);
    expect(backward).toEqual(forward);
  });

  it('refuses a cursor of another order', async () => {
    const query = 'query ($after: String) { users(orderBy: NEWEST, after: $after) { totalCount } }';
    const { users } = await admin.client.data<{ users: { edges: { cursor: string }[] } }>(
      '{ users(orderBy: NAME, first: 1) { edges { cursor } } }',
    );
    expect(await admin.client.errorCode(query, { after: users.edges[0]?.cursor })).toBe('BAD_USER_INPUT');
  });

  it.each([
    ['zoe', ['Zoé Mbïda']],
    ['MBIDA', ['Ama mbida', 'Zoé Mbïda']],
    ['eve abes', ['Eve Ábessolo', 'Ève Abessolo']],
    ['oedipe', ['Cœur Œdipe']],
    ['eve2@PEOPLE', ['Eve Ábessolo']],
    ['  ama ', ['Ama mbida']],
    ['%', ['Cœur Œdipe']],
    ['under_', ['Paul Under_score']],
    ['u\\l', ['Pau\\l Underscore']],
    ['\\', ['Pau\\l Underscore']],
    ["' or true --", []],
    ['nobody', []],
  ])('finds %j in names and addresses to the letter, but for case and accents', async (search, names) => {
    expect(await listed({ search })).toEqual({ total: names.length, names });
  });

  it('takes a blank search as none', async () => {
    expect((await listed({ search: '  ' })).total).toBe(8);
  });

  it.each([
    [{ role: 'EMPLOYER' }, ['Eve Ábessolo', 'Ève Abessolo']],
    [{ role: 'ADMIN' }, ['Root Zz']],
    [{ isActive: false }, ['Eve Ábessolo', 'Ama mbida']],
    [{ isActive: true, role: 'EMPLOYER' }, ['Ève Abessolo']],
    [{ isActive: false, role: 'EMPLOYER', search: 'eve' }, ['Eve Ábessolo']],
    [{ isActive: false, role: 'ADMIN' }, []],
  ])('filters by %j', async (filter, names) => {
    expect(await listed(filter)).toEqual({ total: names.length, names });
  });

  it('costs one statement beside the look-up of the viewer, total included', async () => {
    const statements = await countStatements(() => listed({ search: 'mbida', role: 'CANDIDATE' }));
    expect(statements).toHaveLength(2);
  });

  it('never tells a password hash or a session', async () => {
    const { users } = await admin.client.data<{ users: unknown }>(
      '{ users { edges { node { id email emailVerifiedAt isActive createdAt role candidate { id } employer { id } } } } }',
    );
    expect(JSON.stringify(users)).not.toMatch(/\$2[aby]\$|hash/i);
  });

  it('shows a single user with what administrators need to know', async () => {
    const candidate = await signUp(server, 'CANDIDATE');
    const query = 'query ($id: ID!) { user(id: $id) { id email role isActive createdAt candidate { id } } }';
    expect(await admin.client.data(query, { id: candidate.id })).toEqual({
      user: {
        id: candidate.id,
        email: candidate.email,
        role: 'CANDIDATE',
        isActive: true,
        createdAt: expect.stringMatching(/^\d{4}-.*Z$/),
        candidate: { id: expect.stringMatching(/^candidate_/) },
      },
    });
    expect(await admin.client.errorCode(query, { id: globalId('User', uuidv7()) })).toBe('NOT_FOUND');
    expect(await admin.client.errorCode(query, { id: 'job_01m85s551qeafvhx9z7hjh7y9h' })).toBe(
      'BAD_USER_INPUT',
    );
  });
});
