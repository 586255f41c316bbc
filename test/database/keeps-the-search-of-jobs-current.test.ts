import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { insertRows } from '../support/insert-rows.js';
import { fillEveryTable, NOW, row, type Ids } from './every-table.js';
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
      select word from unnest(${words}::text[]) with ordinality as w (word, position), job_search s
      where s.job_id = ${jobId}
        and (s.search_vector @@ plainto_tsquery('french_plain', word)
          or s.search_vector @@ plainto_tsquery('english_plain', word))
      order by position`);
    return rows.map(({ word }) => word);
  }

  /** Jobs in the table the search reads. */
  async function listed(): Promise<string[]> {
    const rows = await database.db.rows(sql<{ title: string }>`
      select j.title from job_search s join jobs j on j.id = s.job_id order by j.title`);
    return rows.map(({ title }) => title);
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
  });

  it('ranks a word of the title above one of the company, and that above one of the description', async () => {
    const ranks = await database.db.row(sql<{ title: number; company: number; description: number }>`
      select ts_rank(search_vector, plainto_tsquery('french_plain', 'développeur')) as title,
        ts_rank(search_vector, plainto_tsquery('french_plain', 'okoumé')) as company,
        ts_rank(search_vector, plainto_tsquery('french_plain', 'équipe')) as description
      from job_search where job_id = ${jobId}`);
    if (!ranks) throw new Error('no such job');
    expect(ranks.title).toBeGreaterThan(ranks.company);
    expect(ranks.company).toBeGreaterThan(ranks.description);
    expect(ranks.description).toBeGreaterThan(0);
  });

  it('remembers the words of 3 to 40 letters and digits as they are spelled, without accents and each once', async () => {
    const longest = 'x'.repeat(40);
    const text = `Été, ETE! hôtel-bar (OK) à 12h30… ${longest} ${longest}y\n«Maçon» 2026`;
    const known = await database.db.rows(sql<{ word: string }>`select word from job_words`);
    await database.db.rows(sql<object>`select record_job_words(${text})`);
    await database.db.rows(sql<object>`select record_job_words(${text})`);
    const words = await database.db.rows(sql<{ word: string }>`select word from job_words order by word`);
    const added = words.map(({ word }) => word).filter((word) => !known.some((old) => old.word === word));
    expect(added).toEqual(['12h30', '2026', 'bar', 'ete', 'hotel', 'macon', longest]);
  });

  it('follows a new title', async () => {
    await database.db.rows(sql<object>`update jobs set title = 'Soudeuse' where id = ${jobId}`);
    expect(await findable(['développeur', 'soudeuse', 'équipe', 'okoumé'])).toEqual([
      'soudeuse',
      'équipe',
      'okoumé',
    ]);
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
    const [found] = await database.db.rows(sql<{ ours: number; others: number }>`
      select count(*) filter (where company_id = ${ids.company})::int as ours,
        count(*) filter (where company_id <> ${ids.company})::int as others
      from job_search where search_vector @@ plainto_tsquery('french_plain', 'ébène')`);
    expect(found?.ours).toBeGreaterThan(1);
    expect(found?.others).toBe(0);
  });

  it('is there for published jobs only', async () => {
    const draft = row.job({ company_id: ids.company, title: 'Zingueur', status: 'DRAFT', posted_at: null });
    await insertRows(database.db, 'jobs', [draft]);
    expect(await listed()).not.toContain('Zingueur');
    await database.db.rows(sql<object>`
      update jobs set status = 'PUBLISHED', posted_at = ${NOW} where id = ${draft.id}`);
    expect(await listed()).toContain('Zingueur');
    await database.db.rows(sql<object>`update jobs set status = 'CLOSED' where id = ${draft.id}`);
    expect(await listed()).not.toContain('Zingueur');
    await database.db.rows(sql<object>`update jobs set status = 'PUBLISHED' where id = ${draft.id}`);
    expect(await listed()).toContain('Zingueur');
    await database.db.rows(sql<object>`delete from jobs where id = ${draft.id}`);
    expect(await listed()).not.toContain('Zingueur');
  });

  it('follows every column that lists filter or sort by', async () => {
    const changes = {
      type: 'CONTRACT',
      location_type: 'REMOTE',
      location: 'Yaoundé',
      country: 'CM',
      language: 'en',
      salary_min: null,
      salary_max: 7,
      currency: 'EUR',
      salary_period: 'HOUR',
      is_featured: true,
      posted_at: '2026-02-02 00:00:00+00',
      expires_at: '2027-02-02 00:00:00+00',
    };
    for (const [column, value] of Object.entries(changes))
      await database.db.rows(sql<object>`update jobs set ${sql.ref(column)} = ${value} where id = ${jobId}`);
    const { location, ...same } = changes;
    const found = await database.db.row(sql<object>`
      select type, location_type, plain_location, country, language, salary_min, salary_max, currency, salary_period,
        is_featured, posted_at::text, expires_at::text
      from job_search where job_id = ${jobId}`);
    expect(location).toBe('Yaoundé');
    // Of one bound, both: a job paid 7 overlaps what 7 lies in.
    expect(found).toEqual({ ...same, salary_min: 7, plain_location: 'yaounde' });
  });

  it('keeps its rows narrow, before and after changes of their words', async () => {
    const widths = await database.db.rows(sql<{ width: number }>`
      select pg_column_size(job_search.*) - pg_column_size(search_vector) as width from job_search`);
    expect(widths.length).toBeGreaterThan(2);
    expect(widths.filter(({ width }) => width > 400)).toEqual([]);
    const pages = await database.db.row(sql<{ outside: boolean }>`
      select bool_and(pg_column_toast_chunk_id(search_vector) is not null) as outside from job_search`);
    expect(pages).toEqual({ outside: true });
  });

  it('is not written by a view or an application being counted', async () => {
    const version = () =>
      database.db.row(sql<object>`select xmin::text from job_search where job_id = ${jobId}`);
    const before = await version();
    await database.db.rows(sql<object>`
      update jobs set views_count = views_count + 1, applications_count = applications_count + 1 where id = ${jobId}`);
    expect(await version()).toEqual(before);
  });
});
