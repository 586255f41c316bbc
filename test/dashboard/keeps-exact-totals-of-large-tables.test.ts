import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { foldRowCounts } from '../../src/dashboard/fold-row-counts.js';
import { executeIn } from '../../src/platform/database/database.js';
import { insertApplications, insertCandidates } from '../support/application-rows.js';
import { signUpWithCompany } from '../support/people.js';
import { publishedJob } from '../support/recruitment.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

interface Totals {
  kept: number;
  counted: number;
}

describe('the total of a table too large to count', () => {
  let server: TestServer;
  let jobId: string;
  beforeEach(async () => {
    server = await startTestServer();
    jobId = await publishedJob(await signUpWithCompany(server));
  });
  afterEach(() => server.stop());

  /** Both numbers of one snapshot. */
  async function totals(table = 'applications'): Promise<Totals> {
    const row = await server.db.row(sql<Totals>`
      select row_count(${table})::int as kept, (select count(*) from ${sql.table(table)})::int as counted`);
    if (!row) throw new Error('no totals');
    return row;
  }

  async function changesRecorded(): Promise<number> {
    const changes = await server.db.rows(sql<object>`select from row_count_changes`);
    return changes.length;
  }

  async function insert(count: number): Promise<string[]> {
    const candidates = await insertCandidates(server, count);
    await insertApplications(
      server,
      candidates.map((candidate) => ({ candidate, jobId })),
    );
    return candidates;
  }

  it('follows inserts and deletes of many rows at once', async () => {
    const candidates = await insert(50);
    expect(await totals()).toEqual({ kept: 50, counted: 50 });
    const some = candidates.slice(0, 20);
    await server.db.rows(sql<object>`delete from applications where candidate_id = any(${some}::uuid[])`);
    expect(await totals()).toEqual({ kept: 30, counted: 30 });
  });

  it('adds up few changes each time, and many once and for all', async () => {
    await insert(3);
    await foldRowCounts(server.db);
    expect(await changesRecorded()).toBeGreaterThan(0);
    await server.db.rows(sql<object>`
      insert into row_count_changes (table_name, change) select 'applications', 0 from generate_series(1, 1000)`);
    await foldRowCounts(server.db);
    expect(await changesRecorded()).toBe(0);
    expect(await totals()).toEqual({ kept: 3, counted: 3 });
  });

  it('follows rows deleted because a candidate was', async () => {
    const [candidate] = await insert(3);
    await server.db.rows(sql<object>`delete from candidates where id = ${candidate}`);
    expect(await totals()).toEqual({ kept: 2, counted: 2 });
  });

  it('follows rows deleted because a company was', async () => {
    await insert(3);
    expect(await totals('companies')).toEqual({ kept: 1, counted: 1 });
    await server.db.rows(sql<object>`delete from companies`);
    expect(await totals('companies')).toEqual({ kept: 0, counted: 0 });
    expect(await totals()).toEqual({ kept: 0, counted: 0 });
    expect(await totals('notifications')).toEqual({ kept: 0, counted: 0 });
  });

  it('is not moved by a transaction that is rolled back', async () => {
    await insert(2);
    const attempt = server.db.transaction(async (em) => {
      await executeIn(em, sql`delete from applications`);
      expect(await executeIn(em, sql`select row_count('applications')::int as kept`)).toEqual([{ kept: 0 }]);
      throw new Error('changed my mind');
    });
    await expect(attempt).rejects.toThrow('changed my mind');
    expect(await totals()).toEqual({ kept: 2, counted: 2 });
  });

  it('is the same after folding, which leaves nothing to add up', async () => {
    await insert(2);
    await insert(3);
    expect(await changesRecorded()).toBeGreaterThan(0);
    await foldRowCounts(server.db, 0);
    expect(await changesRecorded()).toBe(0);
    expect(await totals()).toEqual({ kept: 5, counted: 5 });
    await foldRowCounts(server.db, 0);
    expect(await totals()).toEqual({ kept: 5, counted: 5 });
  });

  it('is exact at every moment while rows come and go and are folded, all at once', async () => {
    const seen: Totals[] = [];
    const differentTotals = (): number => new Set(seen.map(({ counted }) => counted)).size;
    let rounds = 0;
    const writer = async (): Promise<void> => {
      // On a busy machine the watcher may be slow: write on until it has seen the totals move.
      for (let round = 0; round < 8 || differentTotals() <= 3; round++) {
        rounds += 1;
        const [first, second] = await insert(3);
        await server.db.rows(sql<object>`delete from applications where candidate_id = ${first}`);
        await server.db.rows(sql<object>`delete from candidates where id = ${second}`);
      }
    };
    const writing = { isOver: false };
    const folder = async (): Promise<void> => {
      while (!writing.isOver) await foldRowCounts(server.db, 0);
    };
    const watcher = async (): Promise<void> => {
      while (!writing.isOver) seen.push(await totals());
    };
    const writers = Promise.all([writer(), writer(), writer()]).finally(() => {
      writing.isOver = true;
    });
    await Promise.all([writers, folder(), folder(), watcher()]);

    expect(seen.filter(({ kept, counted }) => kept !== counted)).toEqual([]);
    expect(await totals()).toEqual({ kept: rounds, counted: rounds });
    await foldRowCounts(server.db, 0);
    expect(await totals()).toEqual({ kept: rounds, counted: rounds });
  });
});
