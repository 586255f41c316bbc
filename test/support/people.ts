import type { GraphqlClient } from './graphql-client.js';
import type { TestServer } from './test-server.js';

export const PASSWORD = 'Correct-Horse-7-Battery';

export interface Person {
  id: string;
  email: string;
  accessToken: string;
  refreshToken: string;
  /** A client that is signed in as this person. */
  client: GraphqlClient;
}

let people = 0;

/** Signs somebody up over HTTP, from an address of their own. */
export async function signUp(
  server: Pick<TestServer, 'client'>,
  role: 'CANDIDATE' | 'EMPLOYER',
  email?: string,
): Promise<Person> {
  people += 1;
  const client = server.client();
  const input = {
    email: email ?? `person${people}.${process.pid}@example.org`,
    password: PASSWORD,
    firstName: 'Ama',
    lastName: `Ndong ${people}`,
    role,
  };
  const { signUp: answer } = await client.data<{
    signUp: {
      accessToken: string;
      refreshToken: string;
      user: { id: string; email: string };
      userErrors: unknown[];
    };
  }>(
    `mutation ($input: SignUpInput!) {
      signUp(input: $input) { accessToken refreshToken user { id email } userErrors { code message } }
    }`,
    { input },
  );
  if (answer.userErrors.length > 0) throw new Error(`sign-up refused: ${JSON.stringify(answer.userErrors)}`);
  const { accessToken, refreshToken, user } = answer;
  return { ...user, accessToken, refreshToken, client: client.signedIn(accessToken) };
}

export interface EmployerWithCompany extends Person {
  companyId: string;
}

/** An employer who has created a company. */
export async function signUpWithCompany(
  server: Pick<TestServer, 'client'>,
  companyName = 'Okoumé Bois',
): Promise<EmployerWithCompany> {
  const employer = await signUp(server, 'EMPLOYER');
  const { createCompany } = await employer.client.data<{ createCompany: { company: { id: string } } }>(
    `mutation ($name: String!) { createCompany(input: { name: $name }) { company { id } userErrors { message } } }`,
    { name: companyName },
  );
  return { ...employer, companyId: createCompany.company.id };
}
