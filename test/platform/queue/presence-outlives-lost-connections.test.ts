import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { pino } from 'pino';
import { WorkerPresence } from '../../../src/platform/queue/worker-presence.js';
import { openTestDatabase, type OpenTestDatabase } from '../../database/open-database.js';
import { until } from '../../support/until.js';

let database: OpenTestDatabase;
let presence: WorkerPresence;
let losses: number;
let renewals: Promise<void>[];

beforeEach(async () => {
  database = await openTestDatabase();
  losses = 0;
  renewals = [];
  // The worst moment to renew: pg tells of a cut connection twice, and this is between the two.
  const log = pino(
    {},
    {
      write: () => {
        losses += 1;
        renewals.push(presence.renew());
      },
    },
  );
  presence = new WorkerPresence(database.url, log);
  presence.announce('some-workers');
});
afterEach(async () => {
  await presence.withdraw();
  await database.close();
});

const held = sql<{ pid: number }>`
  select pid from pg_locks where locktype = 'advisory' and granted
    and database = (select oid from pg_database where datname = current_database())`;

it('takes the lock again after a lost connection, and only once', async () => {
  await presence.renew();
  await database.db.rows(sql`select pg_terminate_backend(pid) from (${held}) held`);
  await until('both errors of the connection', async () => losses >= 2);
  await Promise.all([...renewals, presence.renew()]);
  expect(await database.db.rows(held)).toHaveLength(1);

  await presence.withdraw();
  await until('the lock to be free', async () => (await database.db.rows(held)).length === 0);
});

it('does not wait without end for a lock that others hold, and takes it once it is free', async () => {
  await presence.renew();
  const other = new WorkerPresence(database.url, pino({ level: 'silent' }));
  other.announce('some-workers');
  await expect(other.renew()).rejects.toThrow('lock timeout');
  await presence.withdraw();
  await other.renew();
  expect(await database.db.rows(held)).toHaveLength(1);
  await other.withdraw();
});
