import type { Redis } from 'ioredis';
import { sql } from 'kysely';
import type { Database } from '../platform/database/database.js';

export type CheckResult = 'ok' | 'unavailable' | 'pending' | 'draining';

const CHECK_TIMEOUT_MS = 2000;

/** Whether this process should get requests now. */
export class Readiness {
  #isDraining = false;

  constructor(
    private readonly db: Database,
    private readonly redis: Redis | null,
  ) {}

  /** From now on load balancers are told to go elsewhere. */
  drain(): void {
    this.#isDraining = true;
  }

  async check(): Promise<Record<string, CheckResult>> {
    const [database, migrations, redis] = await Promise.all([
      settled(async () => void (await this.db.rows(sql`select 1`))),
      this.#migrations(),
      this.redis ? settled(async () => void (await this.redis?.ping())) : undefined,
    ]);
    return {
      server: this.#isDraining ? 'draining' : 'ok',
      database,
      migrations,
      ...(redis && { redis }),
    };
  }

  async #migrations(): Promise<CheckResult> {
    let pending = 0;
    const result = await settled(async () => {
      pending = (await this.db.orm.migrator.getPending()).length;
    });
    return result === 'ok' && pending > 0 ? 'pending' : result;
  }
}

async function settled(check: () => Promise<void>): Promise<CheckResult> {
  const timeout = new Promise<CheckResult>((resolve) =>
    setTimeout(resolve, CHECK_TIMEOUT_MS, 'unavailable').unref(),
  );
  const outcome = check().then(
    (): CheckResult => 'ok',
    (): CheckResult => 'unavailable',
  );
  return Promise.race([outcome, timeout]);
}
