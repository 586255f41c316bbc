import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { act, failedWith, refusedWith } from '../support/act.js';
import { signUpAdmin } from '../support/members.js';
import { signUp, type Person } from '../support/people.js';
import { addedTo, done, PROFILE } from '../support/profiles.js';
import { tableDigests } from '../support/table-digests.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

type Fields = Record<string, unknown>;
const FIELDS = Object.keys(PROFILE);

describe('editing a profile', () => {
  let server: TestServer;
  let candidate: Person;
  beforeAll(async () => {
    server = await startTestServer();
  });
  beforeEach(async () => {
    candidate = await signUp(server, 'CANDIDATE');
    await done(candidate, 'updateCandidateProfile', PROFILE);
  });
  afterAll(() => server.stop());

  const edit = (changes: Fields, client = candidate.client) =>
    act<Fields>(client, 'updateCandidateProfile', changes, FIELDS.join(' '));

  async function stored(): Promise<Fields> {
    const { me } = await candidate.client.data<{ me: { candidate: Fields } }>(
      `{ me { candidate { ${FIELDS.join(' ')} } } }`,
    );
    return me.candidate;
  }

  it('keeps what was written', async () => {
    expect(await stored()).toEqual(PROFILE);
  });

  it.each<[string, unknown]>([
    ['phone', '(237) 6.77-00/11'],
    ['location', 'Douala'],
    ['linkedinUrl', 'https://linkedin.example.org/in/awa'],
    ['websiteUrl', 'https://awa.example.org/cv?lang=fr'],
    ['title', 'Chef comptable'],
    ['summary', 'Autre chose.'],
    ['yearsExperience', 0],
    ['salaryExpectationMin', 600_000],
    ['salaryExpectationMax', 500_000],
  ])('changes its %s and leaves every other field as it was', async (field, value) => {
    expect((await edit({ [field]: value })).result).toEqual({ ...PROFILE, [field]: value });
    expect(await stored()).toEqual({ ...PROFILE, [field]: value });
  });

  it.each(FIELDS)('clears its %s when that is null', async (field) => {
    expect((await edit({ [field]: null })).result).toEqual({ ...PROFILE, [field]: null });
    expect(await stored()).toEqual({ ...PROFILE, [field]: null });
  });

  it.each<[string, unknown]>([
    ['phone', 'call me'],
    ['phone', '12'],
    ['phone', '1'.repeat(31)],
    ['location', ' '],
    ['location', 'x'.repeat(201)],
    ['linkedinUrl', 'javascript:alert(1)'],
    ['linkedinUrl', 'linkedin.example.org/in/ama'],
    ['websiteUrl', 'ftp://ama.example.org'],
    ['websiteUrl', `https://ama.example.org/${'x'.repeat(500)}`],
    ['title', ''],
    ['title', 'x'.repeat(201)],
    ['summary', 'x'.repeat(5001)],
    ['yearsExperience', -1],
    ['yearsExperience', 81],
    ['salaryExpectationMin', -1],
    ['salaryExpectationMax', 2_000_000_001],
  ])('refuses a %s of %j', async (field, value) => {
    const before = await tableDigests(server.db);
    expect(await edit({ [field]: value })).toEqual(refusedWith('INVALID', field));
    expect(await tableDigests(server.db)).toEqual(before);
  });

  it.each<[string, Fields]>([
    ['a minimum above the stored maximum', { salaryExpectationMin: 700_001 }],
    ['a maximum below the stored minimum', { salaryExpectationMax: 499_999 }],
    ['a minimum above the maximum', { salaryExpectationMin: 9, salaryExpectationMax: 8 }],
  ])('refuses %s', async (_case, changes) => {
    const before = await tableDigests(server.db);
    expect(await edit(changes)).toEqual(refusedWith('INVALID', 'salaryExpectationMax'));
    expect(await tableDigests(server.db)).toEqual(before);
  });

  it('of both salary bounds at once never leaves a minimum above the maximum', async () => {
    const outcomes = await Promise.all([
      edit({ salaryExpectationMin: 690_000 }),
      edit({ salaryExpectationMax: 510_000 }),
    ]);
    expect(outcomes.filter(({ result }) => result === null)).toEqual([
      refusedWith('INVALID', 'salaryExpectationMax'),
    ]);
    const { salaryExpectationMin, salaryExpectationMax } = await stored();
    expect(Number(salaryExpectationMin)).toBeLessThanOrEqual(Number(salaryExpectationMax));
  });

  it('of different fields at once keeps every change', async () => {
    const changes: Fields = {
      phone: '12345',
      location: 'Douala',
      title: 'x',
      summary: 'y',
      yearsExperience: 1,
    };
    await Promise.all(Object.entries(changes).map(([field, value]) => edit({ [field]: value })));
    expect(await stored()).toEqual({ ...PROFILE, ...changes });
  });

  it('is refused when nothing is named', async () => {
    expect(await edit({})).toEqual(refusedWith('INVALID', null));
  });

  it('is for candidates only, and never touches the profile of another', async () => {
    const other = await signUp(server, 'CANDIDATE');
    await edit({ title: 'Autre' }, other.client);
    expect(await stored()).toEqual(PROFILE);
    expect(await edit({ title: 'x' }, (await signUp(server, 'EMPLOYER')).client)).toEqual(
      failedWith('FORBIDDEN'),
    );
    expect(await edit({ title: 'x' }, (await signUpAdmin(server)).client)).toEqual(failedWith('FORBIDDEN'));
    expect(await edit({ title: 'x' }, server.client())).toEqual(failedWith('UNAUTHENTICATED'));
  });

  it('shows on the dashboard as a profile more and more complete', async () => {
    const completion = async (person: Person) => {
      const { dashboard } = await person.client.data<{ dashboard: { profileCompletion: number } }>(
        '{ dashboard { ... on CandidateDashboard { profileCompletion } } }',
      );
      return dashboard.profileCompletion;
    };
    const newcomer = await signUp(server, 'CANDIDATE');
    expect(await completion(newcomer)).toBe(26);
    await done(newcomer, 'updateCandidateProfile', { phone: '12345' });
    expect(await completion(newcomer)).toBe(34);
    expect(await completion(candidate)).toBe(60);
    const { experience } = await addedTo(candidate);
    expect(await completion(candidate)).toBe(100);
    await act(candidate.client, 'deleteExperience', { experienceId: experience });
    expect(await completion(candidate)).toBe(85);
  });
});
