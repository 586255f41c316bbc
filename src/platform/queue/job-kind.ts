import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { executeIn } from '../database/database.js';
import type { JobContext } from './job-context.js';

/** Work that runs outside the request which asked for it. */
export interface RunnableJob {
  /** Stored with every job: a new name is a new kind. */
  name: string;
  run(ctx: JobContext, payload: unknown): Promise<void>;
}

export interface JobKind<Payload extends object> extends RunnableJob {
  /** Adds a job in the transaction of the act it follows from: no commit, no job. */
  add(em: EntityManager, payload: Payload): Promise<void>;
}

/**
 * Defines a kind of job. It may run more than once: after a failure it is tried again, ever later, and a process may
 * die after the work and before that is noted. Payloads hold ids, never secrets or addresses.
 */
export function jobKind<Payload extends object>(
  name: string,
  run: (ctx: JobContext, payload: Payload) => Promise<void>,
): JobKind<Payload> {
  return {
    name,
    // Only `add` writes payloads of this name.
    run: (ctx, payload) => run(ctx, payload as Payload),
    add: async (em, payload) => {
      await executeIn(
        em,
        sql`select graphile_worker.add_job(${name}, payload => ${JSON.stringify(payload)}::json)`,
      );
    },
  };
}
