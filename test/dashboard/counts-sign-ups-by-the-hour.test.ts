import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { adminDashboardStatement } from '../../src/dashboard/admin-dashboard.js';
import { foldRowCounts } from '../../src/dashboard/fold-row-counts.js';
import { DAY, HOUR } from '../../src/platform/clock.js';
import { insertCandidates } from '../support/application-rows.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

describe('sign-ups of a week', () => {
  let server: TestServer;
  let start: number;
  beforeEach(async () => {
    server = await startTestServer();
    start = server.clock.now().getTime();
  });
  afterEach(() => server.stop());

  /** What the dashboard shows beside what is there, for each beginning of a week. */
  async function sinceEach(beginnings: number[]): Promise<{ shown: number[]; counted: number[] }> {
    const shown: number[] = [];
    const counted: number[] = [];
    for (const beginning of beginnings) {
      const weekAgo = new Date(beginning);
      const row = await server.db.row(adminDashboardStatement(weekAgo));
      const [users] = await server.db.rows(sql<{ count: number }>`
        select count(*)::int from users where created_at > ${weekAgo}`);
      shown.push(row?.signUpsOf7Days ?? -1);
      counted.push(users?.count ?? -1);
    }
    return { shown, counted };
  }

  /** Sign-ups at odd moments of ten days, some of them exactly at a full hour. */
  async function tenDays(): Promise<number[]> {
    const moments = Array.from({ length: 80 }, (_, index) =>
      index % 8 === 0
        ? Math.ceil(start / HOUR + index) * HOUR
        : start + Math.floor((index * 10 * DAY) / 80 + index * 12_345),
    ).toSorted((a, b) => a - b);
    for (const moment of moments) {
      server.clock.advance(moment - server.clock.now().getTime());
      await insertCandidates(server, 1 + (moment % 3));
    }
    return moments;
  }

  it('are those of the last 7 times 24 hours at every moment, whatever comes and goes', async () => {
    const moments = await tenDays();
    const beginnings = moments.flatMap((moment) => [moment - 1, moment, moment + 1]);
    const before = await sinceEach(beginnings);
    expect(before.shown).toEqual(before.counted);
    expect(new Set(before.shown).size).toBeGreaterThan(60);

    await foldRowCounts(server.db, 0);
    await server.db.rows(sql<object>`delete from users where last_name = 'Obiang 1'`);
    await server.db.rows(sql<object>`
      update users set created_at = created_at - interval '90 minutes', updated_at = now() where last_name = 'Obiang 0'`);
    const after = await sinceEach(beginnings);
    expect(after.shown).toEqual(after.counted);
    expect(after.shown).not.toEqual(before.shown);
  });

  it('are counted without looking at the users of more than an hour', async () => {
    await tenDays();
    await server.db.rows(sql<object>`analyze users`);
    const statement = adminDashboardStatement(new Date(start + 3 * DAY));
    const plan = JSON.stringify(
      await server.db.rows(sql<object>`explain (analyze, format json) ${statement}`),
    );
    const [scan] = /\{[^{}]*"Relation Name":"users"[^{}]*\}/.exec(plan) ?? [];
    expect(Number(/"Actual Rows":(\d+)/.exec(scan ?? '')?.[1])).toBeLessThan(10);
  });
});
