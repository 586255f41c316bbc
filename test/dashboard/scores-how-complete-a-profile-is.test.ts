import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { candidateRowOf } from '../support/application-rows.js';
import { insertRows } from '../support/insert-rows.js';
import { signUp, type Person } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { uuidIn } from '../support/uuid-in.js';

type Part = 'experience' | 'education' | 'skill';

const EVERY_PART: Part[] = ['experience', 'education', 'skill'];

describe('profile completion', () => {
  let server: TestServer;
  let candidate: Person;
  let candidateId: string;
  beforeAll(async () => {
    server = await startTestServer();
    candidate = await signUp(server, 'CANDIDATE');
    candidateId = await candidateRowOf(server, candidate);
  });
  afterAll(() => server.stop());

  async function completionWith(
    columns: Partial<Record<'phone' | 'location' | 'title' | 'summary', string>>,
    parts: Part[] = [],
  ): Promise<number> {
    const { phone = null, location = null, title = null, summary = null } = columns;
    await server.db.rows(sql<object>`
      update candidates set phone = ${phone}, location = ${location}, title = ${title}, summary = ${summary}
      where id = ${candidateId}`);
    await setParts(parts);
    const { dashboard } = await candidate.client.data<{ dashboard: { profileCompletion: number } }>(
      '{ dashboard { ... on CandidateDashboard { profileCompletion } } }',
    );
    return dashboard.profileCompletion;
  }

  async function setParts(parts: Part[]): Promise<void> {
    for (const table of ['experiences', 'educations', 'skills']) {
      await server.db.rows(sql<object>`delete from ${sql.table(table)} where candidate_id = ${candidateId}`);
    }
    const row = () => ({
      id: uuidv7(),
      candidate_id: candidateId,
      created_at: server.clock.now().toISOString(),
    });
    if (parts.includes('experience'))
      await insertRows(server.db, 'experiences', [
        { ...row(), title: 'Comptable', company_name: 'Okoumé', start_month: '2020-01' },
      ]);
    if (parts.includes('education'))
      await insertRows(server.db, 'educations', [
        { ...row(), degree: 'Licence', school: 'UOB', start_month: '2016-09' },
      ]);
    if (parts.includes('skill'))
      await insertRows(server.db, 'skills', [
        { ...row(), name: 'Excel', level: 4, category: 'TECHNICAL' },
        { ...row(), name: 'Word', level: 4, category: 'TECHNICAL' },
      ]);
  }

  // Names and e-mail are always there, so three of the seven fields are filled from the start.
  it.each([
    [3, {}, 26, 66],
    [4, { phone: '+241 01' }, 34, 74],
    [5, { phone: '+241 01', location: 'Libreville' }, 43, 83],
    [6, { phone: '+241 01', location: 'Libreville', title: 'Comptable' }, 51, 91],
    [7, { phone: '+241 01', location: 'Libreville', title: 'Comptable', summary: 'Dix ans' }, 60, 100],
  ])('with %i fields filled is as the table says', async (_filled, columns, alone, withEverything) => {
    expect(await completionWith(columns)).toBe(alone);
    expect(await completionWith(columns, EVERY_PART)).toBe(withEverything);
  });

  it.each<[Part[], number]>([
    [['experience'], 41],
    [['education'], 41],
    [['skill'], 36],
    [['experience', 'education'], 56],
    [['experience', 'skill'], 51],
    [['education', 'skill'], 51],
  ])('counts %j once, however many there are', async (parts, expected) => {
    expect(await completionWith({}, parts)).toBe(expected);
  });

  it('does not count a field of blanks', async () => {
    expect(await completionWith({ phone: '', location: '   ', title: '\t\n', summary: '\u00a0' })).toBe(26);
  });

  it('does not count a blank name', async () => {
    const userId = uuidIn(candidate.id);
    await server.db.rows(sql<object>`update users set last_name = ' ' where id = ${userId}`);
    expect(await completionWith({})).toBe(17);
    await server.db.rows(sql<object>`update users set last_name = 'Ndong' where id = ${userId}`);
  });

  it("does not count another candidate's experience", async () => {
    const other = await signUp(server, 'CANDIDATE');
    await insertRows(server.db, 'experiences', [
      {
        id: uuidv7(),
        candidate_id: await candidateRowOf(server, other),
        created_at: server.clock.now().toISOString(),
        title: 'Comptable',
        company_name: 'Okoumé',
        start_month: '2020-01',
      },
    ]);
    expect(await completionWith({})).toBe(26);
  });
});
