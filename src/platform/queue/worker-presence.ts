import { sql } from 'kysely';
import { Client } from 'pg';
import type { Database } from '../database/database.js';
import type { Logger } from '../logging.js';
import { QUEUE_APPLICATION_NAME } from './queue-pool.js';

/** The lock workers hold for as long as their process lives: PostgreSQL frees it with the connection. */
const LOCK_CLASS = 7_203_146;

/** A connection cut a moment ago may hold the lock a little longer; one that PostgreSQL still believes in, for hours. */
const LOCK_TIMEOUT_MS = 5000;

/**
 * Shows the other processes which workers are alive. The queue itself would keep the jobs of a killed process locked
 * for four hours; so the workers of a process hold an advisory lock, and whoever finds one free gives their jobs back.
 */
export class WorkerPresence {
  #lock: Promise<Client> | null = null;
  #workers: string | null = null;

  constructor(
    private readonly databaseUrl: string,
    private readonly log: Logger,
  ) {}

  /** @param workers the name jobs are locked by */
  announce(workers: string): void {
    this.#workers = workers;
    // Without its lock for now, the workers' jobs are safe for a minute; the next renewal tries again.
    void this.renew().catch((error: unknown) => {
      this.log.warn({ err: error }, 'queue: the lock that shows the workers alive could not be taken');
    });
  }

  /** Takes the lock, again after a lost connection. */
  async renew(): Promise<void> {
    if (this.#workers === null) return;
    this.#lock ??= this.#take(this.#workers);
    await this.#lock;
  }

  /** The workers have ended: whatever they still held is free. */
  async withdraw(): Promise<void> {
    this.#workers = null;
    const client = await this.#lock?.catch(() => null);
    this.#lock = null;
    await client?.end();
  }

  #take(workers: string): Promise<Client> {
    const client = new Client({
      connectionString: this.databaseUrl,
      application_name: QUEUE_APPLICATION_NAME,
      lock_timeout: LOCK_TIMEOUT_MS,
    });
    // pg tells twice of a connection cut once. By then another may hold the lock, which must not be forgotten:
    // a third would wait for it in vain.
    const forget = (): void => {
      if (this.#lock === lock) this.#lock = null;
    };
    client.on('error', (error) => {
      this.log.warn({ err: error }, 'queue: the connection that holds the lock was lost');
      forget();
    });
    const lock = holdLock(client, workers).catch(async (error: unknown) => {
      forget();
      await client.end();
      throw error;
    });
    return lock;
  }
}

async function holdLock(client: Client, workers: string): Promise<Client> {
  await client.connect();
  await client.query('select pg_advisory_lock($1, hashtext($2))', [LOCK_CLASS, workers]);
  return client;
}

/** Gives back the jobs of workers that are gone; those that have just begun may not hold their lock yet. */
export async function releaseJobsOfDeadWorkers(db: Database): Promise<void> {
  await db.rows(sql`
    select graphile_worker.force_unlock_workers(array_agg(workers)) from (
      select distinct locked_by as workers from graphile_worker.jobs
      where locked_at < now() - interval '1 minute'
    ) locks
    where pg_try_advisory_xact_lock(${LOCK_CLASS}, hashtext(workers))
    having count(*) > 0`);
}
