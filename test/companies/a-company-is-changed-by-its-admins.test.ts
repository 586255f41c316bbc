import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { act, failedWith, refusedWith } from '../support/act.js';
import { colleagueOf, signUpAdmin } from '../support/members.js';
import { signUp, signUpWithCompany, type EmployerWithCompany } from '../support/people.js';
import { publishedJob } from '../support/recruitment.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const FIELDS = 'id name description industry size websiteUrl linkedinUrl address city country';

const WHOLE = {
  name: 'Sahel Énergie',
  description: 'Du soleil.',
  industry: 'Énergie',
  size: 'OVER_500',
  websiteUrl: 'https://example.org',
  linkedinUrl: 'https://linkedin.example.org/sahel',
  address: 'Avenue Kasa-Vubu',
  city: 'Kinshasa',
  country: 'CD',
};

describe('a company', () => {
  let server: TestServer;
  let admin: EmployerWithCompany;
  beforeAll(async () => {
    server = await startTestServer();
  });
  beforeEach(async () => {
    admin = await signUpWithCompany(server, 'Okoumé Bois');
  });
  afterAll(() => server.stop());

  const update = (input: Record<string, unknown>, { client } = admin) =>
    act<Record<string, unknown>>(client, 'updateCompany', input, FIELDS);

  const seenByAll = async () =>
    (
      await server.client().data<{ company: object }>(`query ($id: ID!) { company(id: $id) { ${FIELDS} } }`, {
        id: admin.companyId,
      })
    ).company;

  it('is changed in all it says, and everybody sees it at once', async () => {
    const { result } = await update(WHOLE);
    expect(result).toEqual({ id: admin.companyId, ...WHOLE });
    expect(await seenByAll()).toEqual(result);
  });

  it('keeps what a change does not name, and loses what it sets to null', async () => {
    await update(WHOLE);
    expect((await update({ city: 'Goma' })).result).toMatchObject({ ...WHOLE, city: 'Goma' });
    const { name, ...rest } = WHOLE;
    const cleared = Object.fromEntries(Object.keys(rest).map((field) => [field, null]));
    expect((await update(cleared)).result).toEqual({ id: admin.companyId, name, ...cleared });
    expect(await seenByAll()).toEqual({ id: admin.companyId, name, ...cleared });
  });

  it('has its texts tidied and its country in capitals', async () => {
    expect((await update({ name: '  Iroko ', country: 'cm' })).result).toMatchObject({
      name: 'Iroko',
      country: 'CM',
    });
  });

  it.each<[string, Record<string, unknown>]>([
    ['name', { name: null }],
    ['name', { name: '   ' }],
    ['name', { name: 'x'.repeat(201) }],
    ['description', { description: 'x'.repeat(5001) }],
    ['industry', { industry: '' }],
    ['websiteUrl', { websiteUrl: 'javascript:alert(1)' }],
    ['linkedinUrl', { linkedinUrl: 'linkedin' }],
    ['address', { address: 'x'.repeat(301) }],
    ['city', { city: 'x'.repeat(101) }],
    ['country', { country: 'Congo' }],
  ])('refuses a bad %s, as when it is created', async (field, input) => {
    expect(await update(input)).toEqual(refusedWith('INVALID', field));
    const founder = await signUp(server, 'EMPLOYER');
    if (input['name'] !== null) {
      expect(await act(founder.client, 'createCompany', { name: 'Iroko', ...input })).toEqual(
        refusedWith('INVALID', field),
      );
    }
    expect(await seenByAll()).toMatchObject({ name: 'Okoumé Bois', description: null });
  });

  it('is not changed by nothing', async () => {
    expect(await update({})).toEqual(refusedWith('INVALID', null));
  });

  it('is changed by its admins alone', async () => {
    const input = { name: 'Pirates' };
    const colleague = await colleagueOf(server, admin);
    expect(await update(input, colleague)).toEqual(failedWith('FORBIDDEN'));
    const others = [await signUp(server, 'CANDIDATE'), await signUpAdmin(server)];
    for (const { client } of others)
      expect(await act(client, 'updateCompany', input)).toEqual(failedWith('FORBIDDEN'));
    expect(await act(server.client(), 'updateCompany', input)).toEqual(failedWith('UNAUTHENTICATED'));
    const { client } = await signUp(server, 'EMPLOYER');
    expect(await act(client, 'updateCompany', input)).toEqual(refusedWith('COMPANY_REQUIRED', null));
    // Whoever is admin of another one changes that one.
    await update(input, await signUpWithCompany(server));
    expect(await seenByAll()).toMatchObject({ name: 'Okoumé Bois' });
  });

  it('is found with its jobs under a new name, and no longer under the old one', async () => {
    await update({ name: 'Kevazingo' });
    const jobId = await publishedJob(admin);
    await update({ name: 'Padouk' });
    const found = async (search: string) =>
      (
        await server
          .client()
          .data<{ jobs: { edges: { node: { id: string } }[] } }>(
            'query ($search: String) { jobs(search: $search) { edges { node { id } } } }',
            { search },
          )
      ).jobs.edges.map(({ node }) => node.id);
    expect(await found('Padouk')).toEqual([jobId]);
    expect(await found('Kevazingo')).toEqual([]);
  });

  it('keeps every change of many that are made at once', async () => {
    const changes = [{ city: 'Goma' }, { address: 'Rue 1' }, { industry: 'Bois' }, { country: 'CD' }];
    const outcomes = await Promise.all(changes.map((change) => update(change)));
    expect(outcomes.map(({ userErrors }) => userErrors)).toEqual([[], [], [], []]);
    expect(await seenByAll()).toMatchObject(Object.assign({}, ...changes) as object);
  });

  it('is shown as it is now by what follows in the same operation', async () => {
    const { company } = await admin.client.data<{ company: { company: object } }>(
      `mutation {
        before: updateCompany(input: { city: "Goma" }) { company { city } }
        company: updateCompany(input: { city: "Boma" }) { company { city } }
      }`,
    );
    expect(company).toEqual({ company: { city: 'Boma' } });
  });
});
