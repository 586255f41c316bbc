import { sql } from 'kysely';
import { PASSWORD, signUp, type EmployerWithCompany, type Person } from './people.js';
import type { TestServer } from './test-server.js';
import { uuidIn } from './uuid-in.js';

interface Permissions {
  canCreateJobs?: boolean;
  canManageCandidates?: boolean;
}

/** Another employer of the same company, put there by SQL. */
export async function colleagueOf(
  server: TestServer,
  employer: EmployerWithCompany,
  { canCreateJobs = true, canManageCandidates = true }: Permissions = {},
): Promise<EmployerWithCompany> {
  const colleague = await signUp(server, 'EMPLOYER');
  await server.db.rows(sql<object>`
    update employers set company_id = ${uuidIn(employer.companyId)}, can_create_jobs = ${canCreateJobs},
      can_manage_candidates = ${canManageCandidates}
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
