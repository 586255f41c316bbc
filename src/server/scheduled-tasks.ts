import { forgetOldLinks } from '../auth/forget-old-links.js';
import { forgetOldSessions } from '../auth/forget-old-sessions.js';
import { forgetUnfinishedSignIns } from '../auth/providers/forget-unfinished-sign-ins.js';
import { foldRowCounts } from '../dashboard/fold-row-counts.js';
import { closeExpiredJobs } from '../jobs/close-expired-jobs.js';
import { forgetOldViews } from '../jobs/forget-old-views.js';
import { HOUR, MINUTE, SECOND, type Clock } from '../platform/clock.js';
import type { Database } from '../platform/database/database.js';
import type { Logger } from '../platform/logging.js';
import type { Queue } from '../platform/queue/queue.js';
import { sweepFiles, type OpenFiles } from './open-files.js';
import { runEvery, type Repeating } from './run-every.js';

interface ScheduledTask {
  /** As it is called in the log when it fails. */
  name: string;
  interval: number;
  run: (db: Database, now: Date) => Promise<unknown>;
}

/** What every process does to the database now and then; each task bears that the others do it too. */
export const SCHEDULED_TASKS: readonly ScheduledTask[] = [
  { name: 'closing expired jobs', interval: MINUTE / 2, run: closeExpiredJobs },
  { name: 'folding row counts', interval: 10 * SECOND, run: (db) => foldRowCounts(db) },
  { name: 'forgetting unfinished sign-ins', interval: 10 * MINUTE, run: forgetUnfinishedSignIns },
  { name: 'forgetting old links', interval: HOUR, run: forgetOldLinks },
  { name: 'forgetting old views', interval: 10 * MINUTE, run: forgetOldViews },
  { name: 'forgetting old sessions', interval: 10 * MINUTE, run: forgetOldSessions },
];

/** Starts all of them, the tending of the queue and the sweeping of files; stopping waits for those that are running. */
export function startScheduledTasks(
  { db, queue, files }: { db: Database; queue: Queue; files: OpenFiles },
  clock: Clock,
  log: Logger,
  repeat: typeof runEvery = runEvery,
): Repeating {
  const repeating = [
    ...SCHEDULED_TASKS.map(({ name, interval, run }) =>
      repeat(interval, log, name, () => run(db, clock.now())),
    ),
    repeat(MINUTE, log, 'tending the queue', () => queue.tend()),
    repeat(MINUTE, log, 'removing files', () => sweepFiles(db, files, clock.now())),
  ];
  return {
    stop: async () => {
      await Promise.all(repeating.map((task) => task.stop()));
    },
  };
}
