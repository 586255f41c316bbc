import { afterEach, describe, expect, it } from '@jest/globals';
import { demoDatabase, type DemoDatabase } from './demo-database.js';

const opened: DemoDatabase[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.drop()));
});

/** Digest of every row of every table that demo data goes to. */
async function digests(now: Date): Promise<Record<string, string>> {
  const database = await demoDatabase(now);
  opened.push(database);
  const tables = await database.list(`
    select tablename from pg_tables
    where schemaname = 'public' and tablename not like '%migrations' order by tablename`);
  const result: Record<string, string> = {};
  for (const table of tables) {
    const [digest] = await database.list(`
      select coalesce(md5(string_agg(t::text, '|' order by t::text)), 'no rows') from ${table} t`);
    result[table] = digest ?? 'no answer';
  }
  return result;
}

describe('The demo data', () => {
  it('of one moment is the same in every database', async () => {
    const now = new Date('2026-03-31T23:59:59Z');
    const first = await digests(now);
    expect(Object.values(first).filter((digest) => digest !== 'no rows').length).toBeGreaterThanOrEqual(12);
    expect(await digests(now)).toEqual(first);
  });

  it('of another moment has other times', async () => {
    const first = await digests(new Date('2026-03-31T23:59:59Z'));
    const later = await digests(new Date('2026-04-02T08:00:00Z'));
    expect(later['applications']).not.toBe(first['applications']);
  });

  it('has its statuses and figures whatever the day', async () => {
    const figures: string[][] = [];
    for (const now of [new Date('2026-02-28T12:00:00Z'), new Date('2031-12-31T00:00:00Z')]) {
      const database = await demoDatabase(now);
      opened.push(database);
      figures.push(
        await database.list("select status || ' ' || count(*) from applications group by status order by 1"),
      );
    }
    expect(figures[0]).toHaveLength(7);
    expect(figures[1]).toEqual(figures[0]);
  });
});
