import type { Clock } from '../clock.js';
import type { Database } from '../database/database.js';
import type { Announcements } from '../live/announcements.js';
import type { Logger } from '../logging.js';
import type { MailLinks } from '../mail/mail-links.js';
import type { Mailer } from '../mail/mailer.js';

/** What a job works with. */
export interface JobContext {
  /** Stays the same when the job is tried again. */
  jobId: string;
  db: Database;
  clock: Clock;
  log: Logger;
  announcements: Announcements;
  mailer: Mailer;
  mailLinks: MailLinks;
  /** On a development machine the links of mails are logged, to be clicked. */
  logsMailLinks: boolean;
}

/** What all jobs of a process share. */
export type JobServices = Omit<JobContext, 'jobId'>;
