import { pino } from 'pino';
import { systemClock } from '../../../src/platform/clock.js';
import { serializers } from '../../../src/platform/logging.js';
import { MailLinks } from '../../../src/platform/mail/mail-links.js';
import type { RunnableJob } from '../../../src/platform/queue/job-kind.js';
import { startQueue, type Queue } from '../../../src/platform/queue/queue.js';
import { TEST_SECRET } from '../../support/test-server.js';
import type { OpenTestDatabase } from '../../database/open-database.js';

export interface TestQueue extends Queue {
  logLines: string[];
}

/** The queue of one process, on a test's database. */
export async function queueOn(database: OpenTestDatabase, kinds: readonly RunnableJob[]): Promise<TestQueue> {
  const logLines: string[] = [];
  const log = pino({ level: 'trace', serializers }, { write: (line: string) => logLines.push(line) });
  const queue = await startQueue(database.url, kinds, {
    db: database.db,
    clock: systemClock,
    log,
    announcements: { announce: async () => undefined, close: () => undefined },
    mailer: { send: async () => undefined },
    mailLinks: new MailLinks('http://localhost:3000', [TEST_SECRET]),
    logsMailLinks: false,
  });
  return { ...queue, logLines };
}
