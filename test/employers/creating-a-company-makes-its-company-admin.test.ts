import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { act, failedWith, refusedWith } from '../support/act.js';
import { signUpAdmin } from '../support/members.js';
import { signUp, type Person } from '../support/people.js';
import { JOB } from '../support/recruitment.js';
import { tableDigests } from '../support/table-digests.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { uuidIn } from '../support/uuid-in.js';
import { whileWritesFail } from '../support/while-writes-fail.js';

const ME = `{ me { employer { isCompanyAdmin canCreateJobs canManageCandidates company { id name } } } }`;

describe('creating a company', () => {
  let server: TestServer;
  let employer: Person;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  async function companies(): Promise<number> {
    return (await server.db.rows(sql<{ id: string }>`select id from companies`)).length;
  }

  it('makes its creator company admin with every permission, whatever they had before', async () => {
    employer = await signUp(server, 'EMPLOYER');
    await server.db.rows(sql<object>`
      update employers set can_create_jobs = false, can_manage_candidates = false
      where user_id = ${uuidIn(employer.id)}`);
    const { result } = await act<{ id: string }>(employer.client, 'createCompany', { name: 'Sahel Énergie' });
    expect(await employer.client.data(ME)).toEqual({
      me: {
        employer: {
          isCompanyAdmin: true,
          canCreateJobs: true,
          canManageCandidates: true,
          company: { id: result?.id, name: 'Sahel Énergie' },
        },
      },
    });
  });

  it('keeps every field, with white space around texts dropped and the country in capitals', async () => {
    const creator = await signUp(server, 'EMPLOYER');
    const input = {
      name: '  Okoumé Bois ',
      description: 'Scierie.\nDepuis 1987.',
      industry: 'Bois',
      size: 'FROM_51_TO_200',
      websiteUrl: 'https://okoume.example.org/fr?a=1',
      linkedinUrl: 'http://www.linkedin.com/company/okoume',
      address: 'Zone d’Oloumi',
      city: 'Libreville',
      country: 'ga',
    };
    const { result } = await act(creator.client, 'createCompany', input, Object.keys(input).join(' '));
    expect(result).toEqual({ ...input, name: 'Okoumé Bois', country: 'GA' });
  });

  it('is refused to who belongs to a company already', async () => {
    const creator = await signUp(server, 'EMPLOYER');
    await act(creator.client, 'createCompany', { name: 'First' });
    const before = await tableDigests(server.db);
    const second = await act(creator.client, 'createCompany', { name: 'Second' });
    expect(second).toEqual(refusedWith('ALREADY_IN_COMPANY', null));
    expect(await tableDigests(server.db)).toEqual(before);
  });

  it('makes one company of ten requests at once', async () => {
    const creator = await signUp(server, 'EMPLOYER');
    const before = await companies();
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        act<{ id: string }>(creator.client, 'createCompany', { name: `Company ${index}` }),
      ),
    );
    const created = outcomes.filter(({ result }) => result !== null);
    expect(created).toHaveLength(1);
    expect(outcomes.filter(({ result }) => result === null)).toEqual(
      Array(9).fill(refusedWith('ALREADY_IN_COMPANY', null)),
    );
    expect(await companies()).toBe(before + 1);
    expect(await creator.client.data(ME)).toMatchObject({
      me: { employer: { company: { id: created[0]?.result?.id } } },
    });
  });

  it('lets later fields of the same operation act for the company', async () => {
    const creator = await signUp(server, 'EMPLOYER');
    const data = await creator.client.data<{ createCompany: { company: { id: string } } }>(
      `mutation ($job: CreateJobInput!) {
        createCompany(input: { name: "Ébène" }) { company { id } userErrors { code } }
        createJob(input: $job) { job { status company { name } } userErrors { code } }
      }`,
      { job: JOB },
    );
    expect(data).toEqual({
      createCompany: { company: { id: data.createCompany.company.id }, userErrors: [] },
      createJob: { job: { status: 'DRAFT', company: { name: 'Ébène' } }, userErrors: [] },
    });
  });

  it('leaves no company behind when its creator cannot be made company admin', async () => {
    const creator = await signUp(server, 'EMPLOYER');
    const before = await tableDigests(server.db);
    const outcome = await whileWritesFail(server.db, 'employers', () =>
      act(creator.client, 'createCompany', { name: 'Half' }),
    );
    expect(outcome).toEqual(failedWith('INTERNAL_SERVER_ERROR'));
    expect(await tableDigests(server.db)).toEqual(before);
  });

  it('is for employers only', async () => {
    const candidate = await signUp(server, 'CANDIDATE');
    const admin = await signUpAdmin(server);
    const before = await tableDigests(server.db);
    const attempt = { name: 'Not mine to make' };
    expect(await act(candidate.client, 'createCompany', attempt)).toEqual(failedWith('FORBIDDEN'));
    expect(await act(admin.client, 'createCompany', attempt)).toEqual(failedWith('FORBIDDEN'));
    expect(await act(server.client(), 'createCompany', attempt)).toEqual(failedWith('UNAUTHENTICATED'));
    expect(await tableDigests(server.db)).toEqual(before);
  });

  it.each([
    ['name', ''],
    ['name', ' \n\t '],
    ['name', 'x'.repeat(201)],
    ['description', 'x'.repeat(5001)],
    ['industry', ' '],
    ['industry', 'x'.repeat(101)],
    ['websiteUrl', 'ftp://example.org'],
    ['websiteUrl', 'javascript:alert(1)'],
    ['websiteUrl', 'example.org'],
    ['websiteUrl', `https://example.org/${'x'.repeat(500)}`],
    ['linkedinUrl', 'data:text/html,hello'],
    ['address', 'x'.repeat(301)],
    ['city', 'x'.repeat(101)],
    ['country', 'XX'],
    ['country', 'GAB'],
  ])('is refused with a %s of %j', async (field, value) => {
    const creator = await signUp(server, 'EMPLOYER');
    const before = await tableDigests(server.db);
    const outcome = await act(creator.client, 'createCompany', { name: 'Fine', [field]: value });
    expect(outcome).toEqual(refusedWith('INVALID', field));
    expect(await tableDigests(server.db)).toEqual(before);
  });
});
