import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoDatabase, type DemoDatabase } from './demo-database.js';

describe('The demo data', () => {
  let database: DemoDatabase;

  beforeAll(async () => {
    database = await demoDatabase();
  });
  afterAll(() => database.drop());

  it.each([
    ['companies', 30],
    ['jobs', 300],
    ['candidates', 200],
    ['applications', 2_000],
    ['experiences', 200],
    ['educations', 200],
    ['skills', 1_000],
    ['notifications', 4_000],
  ])('has enough %s', async (table, least) => {
    expect(await database.count(`select count(*) from ${table}`)).toBeGreaterThanOrEqual(least);
  });

  it('has no CVs, because their files would not exist', async () => {
    expect(await database.count('select count(*) from cvs')).toBe(0);
  });

  it('has applications and jobs in every status', async () => {
    expect(await database.list('select distinct status from applications order by 1')).toEqual(
      ['APPLIED', 'VIEWED', 'SHORTLISTED', 'INTERVIEW', 'ACCEPTED', 'REJECTED', 'WITHDRAWN'].toSorted(),
    );
    expect(await database.list('select distinct status from jobs order by 1')).toEqual(
      ['DRAFT', 'PUBLISHED', 'CLOSED', 'ARCHIVED'].toSorted(),
    );
  });

  it('has mostly published jobs', async () => {
    const published = await database.count(
      "select count(*) filter (where status = 'PUBLISHED') * 100 / count(*) from jobs",
    );
    expect(published).toBeGreaterThan(60);
  });

  it('has about three French jobs for two English ones', async () => {
    const french = await database.count(
      "select count(*) filter (where language = 'fr') * 100 / count(*) from jobs",
    );
    expect(french).toBeGreaterThanOrEqual(54);
    expect(french).toBeLessThanOrEqual(66);
  });

  it('has texts in the language each job declares', async () => {
    const other = await database.count(`
      select count(*) from jobs
      where (language = 'fr') <> (description ~* '\\m(nous|vous|recrute|reçoivent|le)\\M')
        or (language = 'en') <> (description ~* '\\m(the|we|you|our)\\M')
        or language not in ('fr', 'en')`);
    expect(other).toBe(0);
  });

  it('has companies all over Central and West Africa, each country with its own currency', async () => {
    expect(await database.list('select distinct country from companies order by 1')).toEqual(
      ['CM', 'GA', 'CG', 'TD', 'CF', 'GQ', 'CI', 'SN', 'ML', 'BF', 'NE', 'TG', 'BJ'].toSorted(),
    );
    const wrong = await database.count(`
      select count(*) from jobs
      where currency <> case when country in ('CM', 'GA', 'CG', 'TD', 'CF', 'GQ') then 'XAF' else 'XOF' end`);
    expect(wrong).toBe(0);
  });

  it('pays salaries one could live on and a company could afford', async () => {
    const odd = await database.count(`
      select count(*) from jobs
      where salary_min * case salary_period when 'HOUR' then 120 when 'DAY' then 22 when 'MONTH' then 1 end
          not between 35000 and 3000000
        or salary_period = 'YEAR' and salary_max not between 8000000 and 40000000
        or salary_max > salary_min * 2`);
    expect(odd).toBe(0);
    expect(await database.count('select count(*) from jobs where salary_min is null')).toBeLessThan(60);
  });

  it('leaves no blank unfilled', async () => {
    const unfilled = await database.count(`
      select (select count(*) from jobs where description ~ '[{}]')
        + (select count(*) from companies where description ~ '[{}]')
        + (select count(*) from candidates where summary ~ '[{}]')
        + (select count(*) from applications where cover_letter ~ '[{}]')`);
    expect(unfilled).toBe(0);
  });

  it('has complete and incomplete profiles, active and inactive candidates', async () => {
    for (const condition of ['summary is null', 'summary is not null']) {
      expect(await database.count(`select count(*) from candidates where ${condition}`)).toBeGreaterThan(20);
    }
    expect(
      await database.count("select count(*) from users where role = 'CANDIDATE' and not is_active"),
    ).toBeGreaterThan(0);
  });

  it('has read and unread notifications', async () => {
    for (const condition of ['read_at is null', 'read_at is not null']) {
      expect(await database.count(`select count(*) from notifications where ${condition}`)).toBeGreaterThan(
        500,
      );
    }
  });
});
