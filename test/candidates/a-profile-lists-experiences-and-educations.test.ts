import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { globalId } from '../../src/graphql/ids.js';
import { act, failedWith, refusedWith, type Act } from '../support/act.js';
import { signUpAdmin } from '../support/members.js';
import { signUp, type Person } from '../support/people.js';
import { done, EDUCATION, EXPERIENCE } from '../support/profiles.js';
import { tableDigests } from '../support/table-digests.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

type Fields = Record<string, unknown>;

interface Kind {
  name: 'Experience' | 'Education';
  list: string;
  idField: string;
  example: Fields;
  required: string[];
}

const KINDS: Kind[] = [
  {
    name: 'Experience',
    list: 'experiences',
    idField: 'experienceId',
    example: EXPERIENCE,
    required: ['title', 'companyName', 'startMonth'],
  },
  {
    name: 'Education',
    list: 'educations',
    idField: 'educationId',
    example: EDUCATION,
    required: ['degree', 'school', 'startMonth'],
  },
];

describe.each(KINDS)('an $name', ({ name, list, idField, example, required }) => {
  let server: TestServer;
  let candidate: Person;
  beforeAll(async () => {
    server = await startTestServer();
  });
  beforeEach(async () => {
    candidate = await signUp(server, 'CANDIDATE');
  });
  afterAll(() => server.stop());

  const fields = Object.keys(example).join(' ');
  const add = (input: Fields, person: Pick<Person, 'client'> = candidate) =>
    act<Fields>(person.client, `add${name}` as Act, input, fields);
  const added = (input: Fields = {}) => done(candidate, `add${name}` as Act, { ...example, ...input });
  const update = (id: string, changes: Fields, person: Pick<Person, 'client'> = candidate) =>
    act<Fields>(person.client, `update${name}` as Act, { [idField]: id, ...changes }, fields);
  const remove = (id: string, person: Pick<Person, 'client'> = candidate) =>
    act<string>(person.client, `delete${name}` as Act, { [idField]: id });

  async function listed(selection = fields): Promise<Fields[]> {
    const { me } = await candidate.client.data<{ me: { candidate: Record<string, Fields[]> } }>(
      `{ me { candidate { ${list} { ${selection} } } } }`,
    );
    return me.candidate[list] ?? [];
  }

  it('is added as it was written', async () => {
    expect(await add(example)).toEqual({ error: undefined, userErrors: [], result: example });
    expect(await listed()).toEqual([example]);
  });

  it('needs no more than what it is and when it began', async () => {
    const needed = Object.fromEntries(required.map((field) => [field, example[field]]));
    const whole = { ...needed, location: null, endMonth: null, description: null };
    expect((await add(needed)).result).toEqual(whole);
  });

  it.each(Object.keys(example))('changes its %s alone, in one entry alone', async (field) => {
    const [id] = [await added(), await added({ startMonth: '2010-01', endMonth: '2010-02' })];
    const value = field.endsWith('Month') ? '2016-05' : 'Autre';
    const whole = { ...example, endMonth: '2016-12', startMonth: '2015-01' };
    await update(id, whole);
    expect((await update(id, { [field]: value })).result).toEqual({ ...whole, [field]: value });
    expect(await listed()).toEqual([
      { ...whole, [field]: value },
      { ...example, startMonth: '2010-01', endMonth: '2010-02' },
    ]);
  });

  it('has its optional fields cleared by null, and its required ones never', async () => {
    const id = await added();
    for (const field of Object.keys(example)) {
      const outcome = await update(id, { [field]: null });
      expect([field, outcome.userErrors]).toEqual([
        field,
        required.includes(field) ? [{ code: 'INVALID', field }] : [],
      ]);
    }
    const cleared = { location: null, endMonth: null, description: null };
    expect(await listed()).toEqual([{ ...example, ...cleared }]);
  });

  it.each<[string, unknown]>([
    ['startMonth', '2021-13'],
    ['startMonth', '2021-00'],
    ['startMonth', '2021-9'],
    ['startMonth', '1899-12'],
    ['startMonth', '2100-01'],
    ['startMonth', '2021-09-01'],
    ['endMonth', 'today'],
    ['endMonth', '2001-01'],
    ['endMonth', ''],
    ['location', 'x'.repeat(201)],
    ['description', 'x'.repeat(5001)],
  ])('is refused with a %s of %j', async (field, value) => {
    const id = await added();
    const before = await tableDigests(server.db);
    expect(await add({ ...example, [field]: value })).toEqual(refusedWith('INVALID', field));
    expect(await update(id, { [field]: value })).toEqual(refusedWith('INVALID', field));
    expect(await tableDigests(server.db)).toEqual(before);
  });

  it('never ends before it starts, whichever is changed', async () => {
    const id = await added({ startMonth: '2018-03', endMonth: '2018-03' });
    expect(await update(id, { startMonth: '2018-04' })).toEqual(refusedWith('INVALID', 'endMonth'));
    expect(await update(id, { endMonth: '2018-02' })).toEqual(refusedWith('INVALID', 'endMonth'));
    expect((await update(id, { startMonth: '2019-01', endMonth: '2019-02' })).userErrors).toEqual([]);
    const [moved, shortened] = await Promise.all([
      update(id, { startMonth: '2019-02' }),
      update(id, { endMonth: '2019-01' }),
    ]);
    expect([moved, shortened].filter(({ result }) => result === null)).toEqual([
      refusedWith('INVALID', 'endMonth'),
    ]);
  });

  it('is listed present ones first, then the latest', async () => {
    await added({ startMonth: '2010-01', endMonth: '2012-01' });
    await added({ startMonth: '2011-01', endMonth: '2012-01' });
    await added({ startMonth: '2001-01', endMonth: null });
    await added({ startMonth: '2013-01', endMonth: '2014-01' });
    await added({ startMonth: '2020-01', endMonth: null });
    expect((await listed('startMonth')).map(({ startMonth }) => startMonth)).toEqual([
      '2020-01',
      '2001-01',
      '2013-01',
      '2011-01',
      '2010-01',
    ]);
  });

  it('is gone once deleted, and deleting it again finds nothing', async () => {
    const [first, second] = [await added(), await added()];
    expect((await remove(first)).result).toBe(first);
    expect(await listed('id')).toEqual([{ id: second }]);
    expect(await remove(first)).toEqual(refusedWith('NOT_FOUND', idField));
    expect(await update(first, { location: 'x' })).toEqual(refusedWith('NOT_FOUND', idField));
  });

  it('is deleted by one of ten requests at once', async () => {
    const id = await added();
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => remove(id)));
    expect(outcomes.filter(({ result }) => result !== null)).toHaveLength(1);
    expect(outcomes.filter(({ result }) => result === null)).toEqual(
      Array(9).fill(refusedWith('NOT_FOUND', idField)),
    );
  });

  it('is one of 50 at most, however many are added at once', async () => {
    for (let count = 0; count < 45; count++) await added();
    const outcomes = await Promise.all(Array.from({ length: 15 }, () => add(example)));
    expect(outcomes.filter(({ result }) => result !== null)).toHaveLength(5);
    expect(outcomes.filter(({ result }) => result === null)).toEqual(
      Array(10).fill(refusedWith('LIMIT_REACHED', null)),
    );
    const [first] = await listed('id');
    await remove(String(first?.['id']));
    expect((await add(example)).userErrors).toEqual([]);
    expect(await listed('id')).toHaveLength(50);
  });

  it('is out of reach of everybody else', async () => {
    const id = await added();
    const before = await tableDigests(server.db);
    const other = await signUp(server, 'CANDIDATE');
    const signedUp = await tableDigests(server.db);
    expect(signedUp).not.toEqual(before);
    expect(await update(id, { location: 'x' }, other)).toEqual(refusedWith('NOT_FOUND', idField));
    expect(await remove(id, other)).toEqual(refusedWith('NOT_FOUND', idField));
    expect(await tableDigests(server.db)).toEqual(signedUp);
    const outsiders = [await signUp(server, 'EMPLOYER'), await signUpAdmin(server)];
    for (const outsider of outsiders) {
      expect(await add(example, outsider)).toEqual(failedWith('FORBIDDEN'));
      expect(await update(id, { location: 'x' }, outsider)).toEqual(failedWith('FORBIDDEN'));
      expect(await remove(id, outsider)).toEqual(failedWith('FORBIDDEN'));
    }
    const anonymous = { client: server.client() };
    expect(await add(example, anonymous)).toEqual(failedWith('UNAUTHENTICATED'));
    expect(await remove(id, anonymous)).toEqual(failedWith('UNAUTHENTICATED'));
    expect(await listed()).toEqual([example]);
  });

  it('nobody has is not found', async () => {
    expect(await remove(globalId(name, uuidv7()))).toEqual(refusedWith('NOT_FOUND', idField));
    expect(await remove(globalId('Skill', uuidv7()))).toEqual(refusedWith('NOT_FOUND', idField));
  });
});
