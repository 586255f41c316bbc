import { sql } from 'kysely';
import { Client } from 'pg';
import type { Database } from '../database/database.js';
import type { Logger } from '../logging.js';

/** The lock workers hold for as long as their process lives: PostgreSQL frees it with the connection. */
const LOCK_CLASS = 7_203_146;

/**
 * Shows the other processes which workers are alive. The queue itself would keep the jobs of a killed process locked
 * for four hours; so all workers hold an advisory lock, and whoever finds one free gives their jobs back.
 */
export class WorkerPresence {
  #client: Promise<Client> | null = null;
  readonly #workers = new Set<string>();

  constructor(
    private readonly databaseUrl: string,
    private readonly log: Logger,
  ) {}

  /** @param workers the name jobs are locked by */
  async add(workers: string): Promise<void> {
    this.#workers.add(workers);
    await lock(await this.#connected(), workers);
  }

  async remove(workers: string): Promise<void> {
    this.#workers.delete(workers);
    const client = await this.#client;
    await client?.query('select pg_advisory_unlock($1, hashtext($2))', [LOCK_CLASS, workers]);
  }

  /** Takes the locks again after a lost connection. */
  async renew(): Promise<void> {
    await this.#connected();
  }

  async close(): Promise<void> {
    const client = await this.#client?.catch(() => null);
    this.#client = null;
    await client?.end();
  }

  async #connected(): Promise<Client> {
    this.#client ??= this.#connect().catch((error: unknown) => {
      this.#client = null;
      throw error;
    });
    return this.#client;
  }

  async #connect(): Promise<Client> {
    const client = new Client({ connectionString: this.databaseUrl });
    client.on('error', (error) => {
      this.log.warn({ err: error }, 'queue: the connection that holds the locks was lost');
      this.#client = null;
    });
    await client.connect();
    for (const workers of this.#workers) await lock(client, workers);
    return client;
  }
}

/** Taking it twice does no harm: it ends with the connection. */
async function lock(client: Client, workers: string): Promise<void> {
  await client.query('select pg_advisory_lock($1, hashtext($2))', [LOCK_CLASS, workers]);
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
