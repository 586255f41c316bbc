import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { act, failedWith, refusedWith } from '../support/act.js';
import { signUpAdmin } from '../support/members.js';
import { signUp, type Person } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const FIELDS = 'position department phone';

describe('the profile of an employer', () => {
  let server: TestServer;
  let employer: Person;
  beforeAll(async () => {
    server = await startTestServer();
    employer = await signUp(server, 'EMPLOYER');
  });
  afterAll(() => server.stop());

  const edit = (client: Person['client'], input: Record<string, unknown>) =>
    act(client, 'updateEmployerProfile', input, FIELDS);

  it('is edited field by field: one left out stays, null clears', async () => {
    const whole = { position: ' Directrice ', department: 'Ressources humaines', phone: '+241 01 23 45 67' };
    expect((await edit(employer.client, whole)).result).toEqual({ ...whole, position: 'Directrice' });
    expect((await edit(employer.client, { department: null })).result).toEqual({
      position: 'Directrice',
      department: null,
      phone: '+241 01 23 45 67',
    });
    expect(await employer.client.data(`{ me { employer { ${FIELDS} } } }`)).toEqual({
      me: { employer: { position: 'Directrice', department: null, phone: '+241 01 23 45 67' } },
    });
  });

  it.each([
    ['position', ' '],
    ['position', 'x'.repeat(201)],
    ['department', ''],
    ['department', 'x'.repeat(201)],
    ['phone', 'call me'],
    ['phone', '1'],
  ])('refuses a %s of %j', async (field, value) => {
    expect(await edit(employer.client, { [field]: value })).toEqual(refusedWith('INVALID', field));
  });

  it('refuses a change of nothing', async () => {
    expect(await edit(employer.client, {})).toEqual(refusedWith('INVALID', null));
  });

  it('is for employers to edit, and for no company to name', async () => {
    expect(await edit((await signUp(server, 'CANDIDATE')).client, { position: 'x' })).toEqual(
      failedWith('FORBIDDEN'),
    );
    expect(await edit((await signUpAdmin(server)).client, { position: 'x' })).toEqual(
      failedWith('FORBIDDEN'),
    );
    expect(await edit(server.client(), { position: 'x' })).toEqual(failedWith('UNAUTHENTICATED'));
    const joining = { companyId: 'company_01m85s551qeafvhx9z7hjh7y9h' };
    expect(await edit(employer.client, joining)).toEqual(failedWith('BAD_USER_INPUT'));
  });
});
