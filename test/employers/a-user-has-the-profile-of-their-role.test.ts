import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signUpAdmin } from '../support/members.js';
import { signUp, signUpWithCompany, type Person } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const ME = `{
  me {
    role
    candidate { firstName email phone }
    employer { firstName isCompanyAdmin position company { name } }
  }
}`;

describe('the profile of the signed-in user', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  const me = async (person: Person) => (await person.client.data<{ me: unknown }>(ME)).me;

  it('is a candidate profile for a candidate', async () => {
    const candidate = await signUp(server, 'CANDIDATE');
    expect(await me(candidate)).toEqual({
      role: 'CANDIDATE',
      candidate: { firstName: 'Ama', email: candidate.email, phone: null },
      employer: null,
    });
  });

  it('is an employer profile without a company for an employer who has just signed up', async () => {
    expect(await me(await signUp(server, 'EMPLOYER'))).toEqual({
      role: 'EMPLOYER',
      candidate: null,
      employer: { firstName: 'Ama', isCompanyAdmin: false, position: null, company: null },
    });
  });

  it('names the company of an employer who has one', async () => {
    expect(await me(await signUpWithCompany(server, 'Iroko'))).toMatchObject({
      employer: { isCompanyAdmin: true, company: { name: 'Iroko' } },
    });
  });

  it('says that an administrator is one', async () => {
    expect(await me(await signUpAdmin(server))).toMatchObject({ role: 'ADMIN', candidate: null });
  });

  it('is not there for anonymous viewers', async () => {
    expect(await server.client().errorCode(ME)).toBe('UNAUTHENTICATED');
  });
});
