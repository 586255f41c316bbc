import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { act, failedWith, refusedWith } from '../support/act.js';
import { signUp, type Person } from '../support/people.js';
import { done, SKILL } from '../support/profiles.js';
import { tableDigests } from '../support/table-digests.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

type Fields = Record<string, unknown>;
const DUPLICATE = refusedWith('DUPLICATE_SKILL', 'name');

describe('a skill', () => {
  let server: TestServer;
  let candidate: Person;
  beforeAll(async () => {
    server = await startTestServer();
  });
  beforeEach(async () => {
    candidate = await signUp(server, 'CANDIDATE');
  });
  afterAll(() => server.stop());

  const add = (input: Fields = {}, person: Pick<Person, 'client'> = candidate) =>
    act<Fields>(person.client, 'addSkill', { ...SKILL, ...input }, 'name level category');
  const update = (skillId: string, changes: Fields, person: Pick<Person, 'client'> = candidate) =>
    act<Fields>(person.client, 'updateSkill', { skillId, ...changes }, 'name level category');

  async function listed(): Promise<Fields[]> {
    const { me } = await candidate.client.data<{ me: { candidate: { skills: Fields[] } } }>(
      '{ me { candidate { skills { name level category } } } }',
    );
    return me.candidate.skills;
  }

  it('is added as it was written, the latest first', async () => {
    for (const [name, category] of [
      ['Français', 'LANGUAGE'],
      ['Négociation', 'SOFT'],
      ['Excel', 'TECHNICAL'],
    ]) {
      expect((await add({ name, category })).result).toEqual({ ...SKILL, name, category });
      server.clock.advance(1000);
    }
    expect((await listed()).map(({ name }) => name)).toEqual(['Excel', 'Négociation', 'Français']);
  });

  it.each(['Excel', 'excel', 'EXCEL', ' Excel '])(
    'listed as "Excel" is not added again as "%s"',
    async (name) => {
      await add();
      const before = await tableDigests(server.db);
      expect(await add({ name })).toEqual(DUPLICATE);
      expect(await tableDigests(server.db)).toEqual(before);
    },
  );

  it('of one name is for every candidate to have', async () => {
    await add();
    expect((await add({}, await signUp(server, 'CANDIDATE'))).result).toEqual(SKILL);
  });

  it('is added by one of ten requests at once', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, index) => add({ name: index % 2 === 0 ? 'Sage' : 'SAGE' })),
    );
    expect(outcomes.filter(({ result }) => result !== null)).toHaveLength(1);
    expect(outcomes.filter(({ result }) => result === null)).toEqual(Array(9).fill(DUPLICATE));
    expect(await listed()).toHaveLength(1);
  });

  it('changes field by field, and never into one that is listed', async () => {
    await add({ name: 'Sage' });
    const id = await done(candidate, 'addSkill', SKILL);
    expect((await update(id, { level: 5 })).result).toEqual({ ...SKILL, level: 5 });
    expect((await update(id, { category: 'SOFT' })).result).toEqual({ ...SKILL, level: 5, category: 'SOFT' });
    expect((await update(id, { name: 'EXCEL' })).result).toMatchObject({ name: 'EXCEL' });
    expect(await update(id, { name: 'sage' })).toEqual(DUPLICATE);
    for (const field of ['name', 'level', 'category'])
      expect(await update(id, { [field]: null })).toEqual(refusedWith('INVALID', field));
    expect(await update(id, {})).toEqual(refusedWith('INVALID', null));
  });

  it.each<[string, unknown]>([
    ['level', 0],
    ['level', 6],
    ['name', ' '],
    ['name', 'x'.repeat(101)],
  ])('is refused with a %s of %j', async (field, value) => {
    expect(await add({ [field]: value })).toEqual(refusedWith('INVALID', field));
    expect(await listed()).toEqual([]);
  });

  it('is one of 50 at most, however many are added at once', async () => {
    for (let count = 0; count < 47; count++) await add({ name: `Skill ${count}` });
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, index) => add({ name: `More ${index}` })),
    );
    expect(outcomes.filter(({ result }) => result !== null)).toHaveLength(3);
    expect(outcomes.filter(({ result }) => result === null)).toEqual(
      Array(7).fill(refusedWith('LIMIT_REACHED', null)),
    );
  });

  it('is deleted by its candidate, and by nobody else', async () => {
    const skillId = await done(candidate, 'addSkill', SKILL);
    const other = await signUp(server, 'CANDIDATE');
    expect(await act(other.client, 'deleteSkill', { skillId })).toEqual(refusedWith('NOT_FOUND', 'skillId'));
    expect(await update(skillId, { level: 1 }, other)).toEqual(refusedWith('NOT_FOUND', 'skillId'));
    const employer = await signUp(server, 'EMPLOYER');
    expect(await act(employer.client, 'deleteSkill', { skillId })).toEqual(failedWith('FORBIDDEN'));
    expect(await add({}, employer)).toEqual(failedWith('FORBIDDEN'));
    expect((await act<string>(candidate.client, 'deleteSkill', { skillId })).result).toBe(skillId);
    expect(await listed()).toEqual([]);
    expect((await add()).result).toEqual(SKILL);
  });
});
