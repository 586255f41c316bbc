import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { jobKind } from '../../../src/platform/queue/job-kind.js';
import { openTestDatabase, type OpenTestDatabase } from '../../database/open-database.js';
import { until } from '../../support/until.js';
import { queueOn, type TestQueue } from './queue-on-a-database.js';

describe('a job of a worker', () => {
  let database: OpenTestDatabase;
  let queue: TestQueue | null;
  let runs: number;
  let finish: () => void;
  const slow = jobKind('slow', async () => {
    runs += 1;
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
  });

  beforeEach(async () => {
    database = await openTestDatabase();
    queue = null;
    runs = 0;
    finish = () => undefined;
  });
  afterEach(async () => {
    finish();
    await queue?.stop();
    await database.close();
  });

  const backdate = () =>
    database.db.rows(
      sql`update graphile_worker._private_jobs set locked_at = locked_at - interval '2 minutes'`,
    );

  const lockedBy = async (): Promise<string | null> => {
    const [job] = await database.db.rows(
      sql<{ lockedBy: string | null }>`select locked_by as "lockedBy" from graphile_worker.jobs`,
    );
    return job?.lockedBy ?? null;
  };

  it('is given to another when its process is gone', async () => {
    await database.db.transaction((em) => slow.add(em, {}));
    await database.db.rows(sql`
      update graphile_worker._private_jobs set locked_by = 'pool-of-a-killed-process', locked_at = now()`);
    queue = await queueOn(database, [slow]);
    await queue.tend();
    expect(await lockedBy()).toBe('pool-of-a-killed-process');
    expect(runs).toBe(0);

    await backdate();
    await queue.tend();
    await until('the job to run', async () => runs === 1);
  });

  it('stays with it while its process lives, even after its connections were cut', async () => {
    queue = await queueOn(database, [slow]);
    await database.db.transaction((em) => slow.add(em, {}));
    await until('the job to run', async () => runs === 1);
    const worker = await lockedBy();
    await backdate();
    const another = await queueOn(database, [slow]);
    try {
      await another.tend();
      expect(await lockedBy()).toBe(worker);

      await database.db.rows(sql`
        select pg_terminate_backend(pid) from pg_locks
        where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`);
      await until('the loss to be seen', async () =>
        queue?.logLines.join('').includes('that holds the lock was lost'),
      );
      await queue.tend();
      await another.tend();
      expect(await lockedBy()).toBe(worker);
      expect(runs).toBe(1);
    } finally {
      finish();
      await another.stop();
    }
  });
});
