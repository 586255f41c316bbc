import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { act, failedWith, refusedWith } from '../support/act.js';
import { eventsOfJob } from '../support/job-rows.js';
import { colleagueOf, signUpAdmin } from '../support/members.js';
import { signUp, signUpWithCompany, type EmployerWithCompany } from '../support/people.js';
import { JOB } from '../support/recruitment.js';
import { tableDigests } from '../support/table-digests.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { whileWritesFail } from '../support/while-writes-fail.js';

const MINIMAL = {
  title: 'Comptable',
  description: 'Tenir les comptes.',
  type: 'CONTRACT',
  locationType: 'REMOTE',
};

describe('a new job', () => {
  let server: TestServer;
  let employer: EmployerWithCompany;
  beforeAll(async () => {
    server = await startTestServer();
    employer = await signUpWithCompany(server);
  });
  afterAll(() => server.stop());

  it('is a draft with a history of one entry', async () => {
    const { result, userErrors } = await act(employer.client, 'createJob', MINIMAL);
    expect({ status: result?.status, userErrors }).toEqual({ status: 'DRAFT', userErrors: [] });
    expect(await eventsOfJob(server, `${result?.id}`)).toEqual([{ from: null, to: 'DRAFT' }]);
  });

  it('gets XAF, a monthly salary and nothing else by default', async () => {
    const fields = `requirements responsibilities benefits location country language salaryMin salaryMax currency
      salaryPeriod isFeatured viewsCount applicationsCount postedAt expiresAt hasApplied company { id }`;
    const { result } = await act<unknown>(employer.client, 'createJob', MINIMAL, fields);
    expect(result).toEqual({
      requirements: null,
      responsibilities: null,
      benefits: null,
      location: null,
      country: null,
      language: null,
      salaryMin: null,
      salaryMax: null,
      currency: 'XAF',
      salaryPeriod: 'MONTH',
      isFeatured: false,
      viewsCount: 0,
      applicationsCount: 0,
      postedAt: null,
      expiresAt: null,
      hasApplied: null,
      company: { id: employer.companyId },
    });
  });

  it('keeps every field, with white space around texts dropped and codes in capitals', async () => {
    const expiresAt = new Date(server.clock.now().getTime() + 86_400_000).toISOString();
    const input = {
      title: '  Ingénieur 💼 logiciel ',
      description: 'Première ligne.\n\nSeconde — avec « guillemets », \'apostrophes\' et "quotes"; -- % _ \\',
      requirements: 'Bac + 5',
      responsibilities: 'Écrire du code',
      benefits: 'Mutuelle',
      type: 'INTERNSHIP',
      locationType: 'HYBRID',
      location: 'Pointe-Noire',
      country: 'cg',
      language: 'fr',
      salaryMin: 0,
      salaryMax: 2_000_000_000,
      currency: 'eur',
      salaryPeriod: 'HOUR',
      expiresAt,
    };
    const { result } = await act(employer.client, 'createJob', input, Object.keys(input).join(' '));
    expect(result).toEqual({ ...input, title: 'Ingénieur 💼 logiciel', country: 'CG', currency: 'EUR' });
  });

  it('takes texts of the longest length allowed, in any alphabet', async () => {
    const input = { ...MINIMAL, title: '💼'.repeat(200), description: 'ሀ'.repeat(20_000) };
    const { result } = await act<object>(employer.client, 'createJob', input, 'title description');
    expect(result).toEqual({ title: input.title, description: input.description });
  });

  it.each<[string, unknown, string]>([
    ['title', '', 'title'],
    ['title', ' \n\u00a0', 'title'],
    ['title', 'x'.repeat(201), 'title'],
    ['description', '   ', 'description'],
    ['description', 'x'.repeat(20_001), 'description'],
    ['requirements', 'x'.repeat(20_001), 'requirements'],
    ['responsibilities', 'x'.repeat(20_001), 'responsibilities'],
    ['benefits', 'x'.repeat(20_001), 'benefits'],
    ['location', 'x'.repeat(201), 'location'],
    ['country', 'Gabon', 'country'],
    ['country', 'ZZ', 'country'],
    ['language', 'FR', 'language'],
    ['language', 'fra', 'language'],
    ['language', 'xx', 'language'],
    ['currency', 'FCFA', 'currency'],
    ['currency', 'ZZZ', 'currency'],
    ['salaryMin', -1, 'salaryMin'],
    ['salaryMin', 600_001, 'salaryMax'],
    ['salaryMax', 399_999, 'salaryMax'],
    ['salaryMax', 2_000_000_001, 'salaryMax'],
    ['expiresAt', '2020-01-01T00:00:00Z', 'expiresAt'],
  ])('is refused with a %s of %j', async (field, value, blamed) => {
    const before = await tableDigests(server.db);
    const outcome = await act(employer.client, 'createJob', { ...JOB, [field]: value });
    expect(outcome).toEqual(refusedWith('INVALID', blamed));
    expect(await tableDigests(server.db)).toEqual(before);
  });

  it('is refused with all that is wrong at once', async () => {
    const { userErrors } = await act(employer.client, 'createJob', {
      ...JOB,
      title: '',
      country: 'ZZ',
      salaryMin: -5,
    });
    expect(userErrors.map(({ field }) => field).sort()).toEqual(['country', 'salaryMin', 'title']);
  });

  it('is refused to an employer without a company', async () => {
    const loner = await signUp(server, 'EMPLOYER');
    const before = await tableDigests(server.db);
    expect(await act(loner.client, 'createJob', JOB)).toEqual(refusedWith('COMPANY_REQUIRED', null));
    expect(await tableDigests(server.db)).toEqual(before);
  });

  it('is forbidden to members who may not create jobs, to candidates, administrators and anonymous viewers', async () => {
    const member = await colleagueOf(server, employer, { canCreateJobs: false });
    const candidate = await signUp(server, 'CANDIDATE');
    const admin = await signUpAdmin(server);
    const before = await tableDigests(server.db);
    expect(await act(member.client, 'createJob', JOB)).toEqual(failedWith('FORBIDDEN'));
    expect(await act(candidate.client, 'createJob', JOB)).toEqual(failedWith('FORBIDDEN'));
    expect(await act(admin.client, 'createJob', JOB)).toEqual(failedWith('FORBIDDEN'));
    expect(await act(server.client(), 'createJob', JOB)).toEqual(failedWith('UNAUTHENTICATED'));
    expect(await tableDigests(server.db)).toEqual(before);
  });

  it('is not written when its history cannot be', async () => {
    const before = await tableDigests(server.db);
    const outcome = await whileWritesFail(server.db, 'job_events', () =>
      act(employer.client, 'createJob', JOB),
    );
    expect(outcome).toEqual(failedWith('INTERNAL_SERVER_ERROR'));
    expect(await tableDigests(server.db)).toEqual(before);
  });
});
