import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { Client } from 'pg';
import { jobKind, type JobKind } from '../../../src/platform/queue/job-kind.js';
import { QUEUE_APPLICATION_NAME } from '../../../src/platform/queue/queue-pool.js';
import { openTestDatabase, type OpenTestDatabase } from '../../database/open-database.js';
import { until } from '../../support/until.js';
import { queueOn, type TestQueue } from './queue-on-a-database.js';

describe('the queue', () => {
  let database: OpenTestDatabase;
  let queues: TestQueue[];
  /** Numbers of the jobs that were run, in order. */
  let ran: number[];
  let failures: Map<number, number>;
  let note: JobKind<{ number: number }>;

  beforeEach(async () => {
    database = await openTestDatabase();
    queues = [];
    ran = [];
    failures = new Map();
    note = jobKind('note', async (_ctx, { number }) => {
      ran.push(number);
      const left = failures.get(number) ?? 0;
      failures.set(number, left - 1);
      if (left > 0) throw new Error('secret@example.org was not there');
    });
  });
  afterEach(async () => {
    await Promise.all(queues.map((queue) => queue.stop()));
    await database.close();
  });

  async function start(): Promise<TestQueue> {
    const queue = await queueOn(database, [note]);
    queues.push(queue);
    return queue;
  }

  const add = (number: number): Promise<void> => database.db.transaction((em) => note.add(em, { number }));

  const jobsLeft = (): Promise<number> =>
    database.db
      .rows(sql<{ n: number }>`select count(*)::int as n from graphile_worker.jobs`)
      .then(([row]) => row?.n ?? -1);

  const idle = (): Promise<true> => until('an empty queue', async () => (await jobsLeft()) === 0);

  /** A job whose end could not be noted is run once more after that. */
  const aMinutePasses = (): Promise<unknown> =>
    database.db.rows(sql`
      update graphile_worker._private_jobs set locked_at = locked_at - interval '2 minutes'
      where locked_at > now() - interval '1 minute'`);

  it('runs what an act added, once it is committed', async () => {
    await start();
    await database.db.transaction(async (em) => {
      await note.add(em, { number: 1 });
      expect(ran).toEqual([]);
    });
    await idle();
    expect(ran).toEqual([1]);
  });

  it('never runs what was rolled back', async () => {
    await start();
    const failed = database.db.transaction(async (em) => {
      await note.add(em, { number: 1 });
      throw new Error('after all, no');
    });
    await expect(failed).rejects.toThrow('after all, no');
    await add(2);
    await idle();
    expect(ran).toEqual([2]);
  });

  it('keeps what is added while no process runs', async () => {
    await add(1);
    await start();
    await idle();
    expect(ran).toEqual([1]);
  });

  it('runs each job once, however many processes there are', async () => {
    await Promise.all([start(), start(), start()]);
    const numbers = Array.from({ length: 60 }, (_, number) => number);
    await Promise.all(numbers.map(add));
    await idle();
    expect(ran.toSorted((a, b) => a - b)).toEqual(numbers);
  });

  it('tries again what failed, later, and says so without what the error says', async () => {
    const queue = await start();
    failures.set(1, 1);
    await add(1);
    await until('a failure', async () => ran.length === 1);
    await until('the failure to be noted', async () => {
      const [job] = await database.db.rows(sql<{ isLater: boolean }>`
        select run_at > now() as "isLater" from graphile_worker.jobs where attempts = 1 and locked_at is null`);
      return job?.isLater === true;
    });
    await idle();
    expect(ran).toEqual([1, 1]);
    expect(queue.logLines.join('')).toContain('job failed, to be tried again');
  });

  it('lets running jobs finish before it stops', async () => {
    let finish: () => void = () => undefined;
    let isRunning = false;
    const slow = jobKind('slow', async () => {
      isRunning = true;
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      ran.push(1);
    });
    const queue = await queueOn(database, [slow]);
    await database.db.transaction((em) => slow.add(em, {}));
    await until('the job to run', async () => isRunning);
    const stopped = queue.stop();
    finish();
    await stopped;
    expect(ran).toEqual([1]);
    expect(await jobsLeft()).toBe(0);
  });

  it.each([1, 2])(
    'runs %i jobs again whose ends could not be noted, since connections were cut',
    async (count) => {
      const heldUp = sql<{ pid: number }>`
      select pid from pg_stat_activity where datname = current_database()
        and application_name = ${QUEUE_APPLICATION_NAME} and wait_event = 'transactionid'`;
      const endsToWait = (ends: number): Promise<true> =>
        until(`${ends} notes of ends to wait`, async () => (await database.db.rows(heldUp)).length === ends);
      const holder = new Client({ connectionString: database.url });
      await holder.connect();
      await holder.query('begin');
      const held = jobKind('held', async (_ctx, { number }: { number: number }) => {
        const before = ran.length;
        ran.push(number);
        if (before >= count) return;
        // The row of a job under way cannot be deleted before the holder goes. Each end is noted by a statement of its own.
        await holder.query(
          `select from graphile_worker._private_jobs where payload->>'number' = $1 for update`,
          [String(number)],
        );
        await endsToWait(before);
      });
      const queue = await queueOn(database, [held]);
      queues.push(queue);
      const numbers = [1, 2].slice(0, count);
      try {
        await database.db.transaction(async (em) => {
          for (const number of numbers) await held.add(em, { number });
        });
        await endsToWait(count);
        await database.db.rows(sql`select pg_terminate_backend(pid) from (${heldUp}) held_up`);
      } finally {
        await holder.end();
      }
      await until('an empty queue', async () => {
        await aMinutePasses();
        await queue.tend();
        return (await jobsLeft()) === 0;
      });
      expect(ran.toSorted((a, b) => a - b)).toEqual(numbers.flatMap((number) => [number, number]));
    },
    30_000,
  );

  it('goes on after its connections were cut, and after whatever that did to a job under way', async () => {
    const queue = await start();
    for (let number = 1; number < 5; number++) {
      await add(number);
      await until(`job ${number}`, async () => ran.includes(number));
      await database.db
        .rows(
          sql`select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid()`,
        )
        .catch(() => undefined);
    }
    await until('an empty queue', async () => {
      await aMinutePasses();
      await queue.tend();
      return (await jobsLeft()) === 0;
    });
    expect(new Set(ran)).toEqual(new Set([1, 2, 3, 4]));
  }, 60_000);
});
