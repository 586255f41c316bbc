import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { insertRows } from '../support/insert-rows.js';
import { fillEveryTable, row, type Ids } from './every-table.js';
import { openTestDatabase, type OpenTestDatabase } from './open-database.js';

describe('what the search of jobs reads', () => {
  let database: OpenTestDatabase;
  let ids: Ids;
  let jobId: string;
  beforeAll(async () => {
    database = await openTestDatabase();
    ids = await fillEveryTable(database.db);
    const job = row.job({
      company_id: ids.company,
      title: 'Développeur',
      description: 'Une équipe à Libreville.',
    });
    await insertRows(database.db, 'jobs', [job]);
    jobId = job.id;
  });
  afterAll(() => database.close());

  /** Which of some words find the job. */
  async function findable(words: string[]): Promise<string[]> {
    const rows = await database.db.rows(sql<{ word: string }>`
      select word from unnest(${words}::text[]) with ordinality as w (word, position), jobs j
      where j.id = ${jobId}
        and (j.search_vector @@ plainto_tsquery('french_plain', word)
          or j.search_vector @@ plainto_tsquery('english_plain', word))
      order by position`);
    return rows.map(({ word }) => word);
  }

  async function searchText(): Promise<string | undefined> {
    const found = await database.db.row(sql<{ text: string }>`
      select search_text as text from jobs where id = ${jobId}`);
    return found?.text;
  }

  it('has the words of title, description and company, with and without accents and in other forms', async () => {
    const words = [
      'développeur',
      'developpeurs',
      'équipe',
      'EQUIPES',
      'okoumé',
      'okoume',
      'bois',
      'plombier',
    ];
    expect(await findable(words)).toEqual(words.slice(0, -1));
    expect(await searchText()).toBe('developpeur okoume bois');
  });

  it('ranks a word of the title above one of the company, and that above one of the description', async () => {
    const ranks = await database.db.row(sql<{ title: number; company: number; description: number }>`
      select ts_rank(search_vector, plainto_tsquery('french_plain', 'développeur')) as title,
        ts_rank(search_vector, plainto_tsquery('french_plain', 'okoumé')) as company,
        ts_rank(search_vector, plainto_tsquery('french_plain', 'équipe')) as description
      from jobs where id = ${jobId}`);
    if (!ranks) throw new Error('no such job');
    expect(ranks.title).toBeGreaterThan(ranks.company);
    expect(ranks.company).toBeGreaterThan(ranks.description);
    expect(ranks.description).toBeGreaterThan(0);
  });

  it('follows a new title', async () => {
    await database.db.rows(sql<object>`update jobs set title = 'Soudeuse' where id = ${jobId}`);
    expect(await findable(['développeur', 'soudeuse', 'équipe', 'okoumé'])).toEqual([
      'soudeuse',
      'équipe',
      'okoumé',
    ]);
    expect(await searchText()).toBe('soudeuse okoume bois');
  });

  it('follows a new description', async () => {
    await database.db.rows(
      sql<object>`update jobs set description = 'Un atelier à Owendo.' where id = ${jobId}`,
    );
    expect(await findable(['équipe', 'atelier', 'soudeuse'])).toEqual(['atelier', 'soudeuse']);
  });

  it('follows a new name of the company, for every job of it and for no other', async () => {
    const other = row.company({ name: 'Port-Gentil Marine' });
    await insertRows(database.db, 'companies', [other]);
    await insertRows(database.db, 'jobs', [row.job({ company_id: other.id, title: 'Marin' })]);
    await database.db.rows(sql<object>`update companies set name = 'Ébène & Cie' where id = ${ids.company}`);
    expect(await findable(['okoumé', 'ebene', 'soudeuse'])).toEqual(['ebene', 'soudeuse']);
    const texts = await database.db.rows(sql<object>`
      select company_id = ${ids.company} as ours, search_text as text from jobs order by text`);
    expect(texts).toEqual([
      { ours: true, text: 'comptable ebene & cie' },
      { ours: true, text: 'comptable ebene & cie' },
      { ours: false, text: 'marin port-gentil marine' },
      { ours: true, text: 'soudeuse ebene & cie' },
    ]);
  });

  it('is not touched by a view or an application being counted', async () => {
    const before = await database.db.row(
      sql<object>`select search_vector::text from jobs where id = ${jobId}`,
    );
    await database.db.rows(sql<object>`
      update jobs set views_count = views_count + 1, applications_count = applications_count + 1 where id = ${jobId}`);
    expect(
      await database.db.row(sql<object>`select search_vector::text from jobs where id = ${jobId}`),
    ).toEqual(before);
  });
});
