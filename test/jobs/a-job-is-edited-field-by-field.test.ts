import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { act, refusedWith } from '../support/act.js';
import { eventsOfJob, forceJobStatus } from '../support/job-rows.js';
import { colleagueOf } from '../support/members.js';
import { signUpWithCompany, type EmployerWithCompany } from '../support/people.js';
import { createJob, publishedJob } from '../support/recruitment.js';
import { tableDigests } from '../support/table-digests.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const FIELDS = [
  'title',
  'description',
  'requirements',
  'responsibilities',
  'benefits',
  'type',
  'locationType',
  'location',
  'country',
  'language',
  'salaryMin',
  'salaryMax',
  'currency',
  'salaryPeriod',
  'expiresAt',
];

const OPTIONAL = [
  'requirements',
  'responsibilities',
  'benefits',
  'location',
  'country',
  'language',
  'salaryMin',
  'salaryMax',
  'expiresAt',
];

const REQUIRED = ['title', 'description', 'type', 'locationType', 'currency', 'salaryPeriod'];

type Fields = Record<string, unknown>;

describe('editing a job', () => {
  let server: TestServer;
  let employer: EmployerWithCompany;
  let jobId: string;
  let full: Fields;
  beforeAll(async () => {
    server = await startTestServer();
    employer = await signUpWithCompany(server);
    full = {
      title: 'Comptable',
      description: 'Tenir les comptes.',
      requirements: 'Bac + 3',
      responsibilities: 'Bilan',
      benefits: 'Mutuelle',
      type: 'FULL_TIME',
      locationType: 'ON_SITE',
      location: 'Libreville',
      country: 'GA',
      language: 'fr',
      salaryMin: 400,
      salaryMax: 600,
      currency: 'XAF',
      salaryPeriod: 'MONTH',
      expiresAt: new Date(server.clock.now().getTime() + 86_400_000).toISOString(),
    };
  });
  beforeEach(async () => {
    jobId = await createJob(employer, full);
  });
  afterAll(() => server.stop());

  const edit = (changes: Fields, client = employer.client) =>
    act<Fields>(client, 'updateJob', { jobId, ...changes }, FIELDS.join(' '));

  const later = () => new Date(server.clock.now().getTime() + 2 * 86_400_000).toISOString();

  it.each<[string, unknown]>([
    ['title', 'Chef comptable'],
    ['description', 'Autre chose.'],
    ['requirements', 'Bac + 5'],
    ['responsibilities', 'Audit'],
    ['benefits', 'Voiture'],
    ['type', 'CONTRACT'],
    ['locationType', 'HYBRID'],
    ['location', 'Port-Gentil'],
    ['country', 'CM'],
    ['language', 'en'],
    ['salaryMin', 500],
    ['salaryMax', 700],
    ['currency', 'EUR'],
    ['salaryPeriod', 'YEAR'],
  ])('changes its %s and leaves every other field as it was', async (field, value) => {
    const { result, userErrors } = await edit({ [field]: value });
    expect(userErrors).toEqual([]);
    expect(result).toEqual({ ...full, [field]: value });
    const stored = await employer.client.data<{ job: Fields }>(
      `query ($id: ID!) { job(id: $id) { ${FIELDS.join(' ')} } }`,
      { id: jobId },
    );
    expect(stored.job).toEqual({ ...full, [field]: value });
  });

  it('moves its expiry', async () => {
    const expiresAt = later();
    expect((await edit({ expiresAt })).result).toEqual({ ...full, expiresAt });
  });

  it.each(OPTIONAL)('clears its %s when that is null', async (field) => {
    expect((await edit({ [field]: null })).result).toEqual({ ...full, [field]: null });
  });

  it.each(REQUIRED)('refuses to clear its %s', async (field) => {
    const before = await tableDigests(server.db);
    expect(await edit({ [field]: null })).toEqual(refusedWith('INVALID', field));
    expect(await tableDigests(server.db)).toEqual(before);
  });

  it('changes nothing when nothing is named', async () => {
    expect((await edit({})).result).toEqual(full);
  });

  it('writes codes in capitals', async () => {
    expect((await edit({ country: 'td', currency: 'usd' })).result).toEqual({
      ...full,
      country: 'TD',
      currency: 'USD',
    });
  });

  it.each<[string, Fields]>([
    ['a minimum above the stored maximum', { salaryMin: 601 }],
    ['a maximum below the stored minimum', { salaryMax: 399 }],
    ['a minimum above the maximum', { salaryMin: 800, salaryMax: 700 }],
  ])('refuses %s', async (_case, changes) => {
    const before = await tableDigests(server.db);
    expect(await edit(changes)).toEqual(refusedWith('INVALID', 'salaryMax'));
    expect(await tableDigests(server.db)).toEqual(before);
  });

  it('takes a minimum above the stored maximum together with a new or no maximum', async () => {
    expect((await edit({ salaryMin: 800, salaryMax: 900 })).result).toMatchObject({
      salaryMin: 800,
      salaryMax: 900,
    });
    expect((await edit({ salaryMin: 950, salaryMax: null })).result).toMatchObject({
      salaryMin: 950,
      salaryMax: null,
    });
  });

  it.each<[string, unknown]>([
    ['title', ' '],
    ['title', 'x'.repeat(201)],
    ['description', ''],
    ['country', 'ZZ'],
    ['language', 'french'],
    ['salaryMin', -1],
    ['expiresAt', '2020-01-01T00:00:00Z'],
  ])('refuses a %s of %j', async (field, value) => {
    const before = await tableDigests(server.db);
    expect(await edit({ [field]: value })).toEqual(refusedWith('INVALID', field));
    expect(await tableDigests(server.db)).toEqual(before);
  });

  it.each(['DRAFT', 'PUBLISHED', 'CLOSED'])('is possible while the job is %s', async (status) => {
    await forceJobStatus(server, jobId, status);
    expect((await edit({ title: 'Caissier' })).result).toEqual({ ...full, title: 'Caissier' });
  });

  it('is refused once the job is archived', async () => {
    await forceJobStatus(server, jobId, 'ARCHIVED');
    const before = await tableDigests(server.db);
    expect(await edit({ title: 'Caissier' })).toEqual(refusedWith('INVALID_TRANSITION', 'jobId'));
    expect(await tableDigests(server.db)).toEqual(before);
  });

  it('is for colleagues with the permission too', async () => {
    const colleague = await colleagueOf(server, employer);
    expect((await edit({ title: 'Caissier' }, colleague.client)).result).toEqual({
      ...full,
      title: 'Caissier',
    });
  });

  it('sets updatedAt, keeps postedAt and adds nothing to the history', async () => {
    const published = await publishedJob(employer);
    const times = 'query ($id: ID!) { job(id: $id) { postedAt updatedAt } }';
    type Times = { job: { postedAt: string; updatedAt: string } };
    const { job: before } = await employer.client.data<Times>(times, { id: published });
    server.clock.advance(5000);
    await act(employer.client, 'updateJob', { jobId: published, title: 'Caissier' });
    const { job: after } = await employer.client.data<Times>(times, { id: published });
    expect(after.postedAt).toBe(before.postedAt);
    expect(Date.parse(after.updatedAt) - Date.parse(before.updatedAt)).toBeGreaterThanOrEqual(5000);
    expect(await eventsOfJob(server, published)).toEqual([
      { from: null, to: 'DRAFT' },
      { from: 'DRAFT', to: 'PUBLISHED' },
    ]);
  });

  it('of two fields at once by two members keeps both changes', async () => {
    const colleague = await colleagueOf(server, employer);
    await Promise.all([edit({ title: 'Caissier' }), edit({ salaryMax: 900 }, colleague.client)]);
    expect((await edit({})).result).toEqual({ ...full, title: 'Caissier', salaryMax: 900 });
  });

  it('of both salary bounds by two members at once never leaves a minimum above the maximum', async () => {
    const [raised, lowered] = await Promise.all([edit({ salaryMin: 590 }), edit({ salaryMax: 410 })]);
    const refused = [raised, lowered].filter((outcome) => outcome.result === null);
    expect(refused).toEqual([refusedWith('INVALID', 'salaryMax')]);
    const { result } = await edit({});
    expect(Number(result?.['salaryMin'])).toBeLessThanOrEqual(Number(result?.['salaryMax']));
  });
});
