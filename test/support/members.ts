import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { globalId } from '../../src/graphql/ids.js';
import type { Outcome } from './act.js';
import { insertRows } from './insert-rows.js';
import { PASSWORD, signUp, type EmployerWithCompany, type Person } from './people.js';
import type { TestServer } from './test-server.js';
import { uuidIn } from './uuid-in.js';

interface Permissions {
  isCompanyAdmin?: boolean;
  canCreateJobs?: boolean;
  canManageCandidates?: boolean;
}

/** Another employer of the same company, put there by SQL. */
export async function colleagueOf(
  server: TestServer,
  employer: EmployerWithCompany,
  { canCreateJobs = true, canManageCandidates = true, isCompanyAdmin = false }: Permissions = {},
): Promise<EmployerWithCompany> {
  const colleague = await signUp(server, 'EMPLOYER');
  await server.db.rows(sql<object>`
    update employers set company_id = ${uuidIn(employer.companyId)}, can_create_jobs = ${canCreateJobs},
      can_manage_candidates = ${canManageCandidates}, is_company_admin = ${isCompanyAdmin}
    where user_id = ${uuidIn(colleague.id)}`);
  return { ...colleague, companyId: employer.companyId };
}

/** Somebody made administrator by SQL, who then signs in. */
export async function signUpAdmin(server: TestServer): Promise<Person> {
  const person = await signUp(server, 'EMPLOYER');
  await server.db.rows(sql<object>`update users set role = 'ADMIN' where id = ${uuidIn(person.id)}`);
  const { signIn } = await server
    .client()
    .data<{ signIn: { accessToken: string; refreshToken: string } }>(
      `mutation ($input: SignInInput!) { signIn(input: $input) { accessToken refreshToken } }`,
      { input: { email: person.email, password: PASSWORD } },
    );
  return { ...person, ...signIn, client: server.client().signedIn(signIn.accessToken) };
}

/** The global id of somebody's employer profile. */
export async function employerIdOf(server: TestServer, person: Pick<Person, 'id'>): Promise<string> {
  const row = await server.db.row(sql<{ id: string }>`
    select id from employers where user_id = ${uuidIn(person.id)}`);
  return globalId('Employer', `${row?.id}`);
}

/** Leaves the company the person belongs to. */
export async function leaveCompany({ client }: Pick<Person, 'client'>): Promise<Outcome<{ company: null }>> {
  const { data, errors } = await client.send<{
    leaveCompany: { employer: { company: null } | null } & Pick<Outcome<never>, 'userErrors'>;
  } | null>('mutation { leaveCompany { employer { company { id } } userErrors { code field } } }');
  return {
    error: errors?.[0]?.extensions.code,
    userErrors: data?.leaveCompany?.userErrors ?? [],
    result: data?.leaveCompany?.employer ?? null,
  };
}

/** What the database says of the members of a company, by the id of their user. */
export async function membersOf(server: TestServer, companyId: string): Promise<Map<string, Permissions>> {
  const rows = await server.db.rows(sql<Permissions & { userId: string }>`
    select user_id as "userId", can_create_jobs as "canCreateJobs", can_manage_candidates as "canManageCandidates",
      is_company_admin as "isCompanyAdmin"
    from employers where company_id = ${uuidIn(companyId)}`);
  return new Map(rows.map(({ userId, ...permissions }) => [globalId('User', userId), permissions]));
}

/** Inserts ordinary members of a company. */
export async function insertMembers(server: TestServer, companyId: string, count: number): Promise<void> {
  const at = server.clock.now().toISOString();
  const users = Array.from({ length: count }, (_, index) => {
    const id = uuidv7();
    return {
      id,
      created_at: at,
      updated_at: at,
      email: `${id}@example.org`,
      role: 'EMPLOYER',
      first_name: 'Paul',
      last_name: `Mba ${index}`,
      is_active: true,
    };
  });
  await insertRows(server.db, 'users', users);
  const rows = users.map(({ id }) => ({
    id: uuidv7(),
    created_at: at,
    updated_at: at,
    user_id: id,
    company_id: uuidIn(companyId),
    can_create_jobs: true,
    can_manage_candidates: true,
    is_company_admin: false,
  }));
  await insertRows(server.db, 'employers', rows);
}
