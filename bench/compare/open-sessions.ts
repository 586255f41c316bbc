import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { hashRefreshToken } from '../../src/auth/refresh-token-hash.js';
import { absoluteExpiry, idleExpiry } from '../../src/auth/session-lifetime.js';
import type { Tokens } from '../../src/auth/tokens.js';
import type { Database } from '../../src/platform/database/database.js';
import type { Person } from './people.js';

/** What the sessions are called that nobody refreshes: no bcrypt hash equals it. */
export const NO_HASH = 'none';

/** Opens sessions as signing in would: thousands of real sign-ins would take bcrypt longer than the benchmark. */
export class OpenSessions {
  readonly #now = new Date();
  readonly #end = absoluteExpiry(this.#now);
  readonly #idle = idleExpiry(this.#now, this.#end);
  readonly #opened: { id: string; userId: string; hash: string }[] = [];

  constructor(private readonly tokens: Tokens) {}

  /** Answers the access token. */
  open({ userId, role }: Person): string {
    const sessionId = uuidv7();
    this.#opened.push({ id: sessionId, userId, hash: NO_HASH });
    return this.tokens.signAccess({ userId, sessionId, role }, this.#now, this.#end);
  }

  /** Answers the refresh token. */
  async openToRefresh({ userId }: Person): Promise<string> {
    const sessionId = uuidv7();
    const token = this.tokens.signRefresh({ userId, sessionId }, this.#now, this.#idle);
    this.#opened.push({ id: sessionId, userId, hash: await hashRefreshToken(this.tokens, token) });
    return token;
  }

  async save(db: Database): Promise<void> {
    const all = (column: 'id' | 'userId' | 'hash') => this.#opened.map((session) => session[column]);
    await db.rows(sql`
      insert into sessions (id, user_id, refresh_token_hash, created_at, last_used_at, idle_expires_at, absolute_expires_at)
      select id, user_id, hash, ${this.#now}, ${this.#now}, ${this.#idle}, ${this.#end}
      from unnest(${all('id')}::uuid[], ${all('userId')}::uuid[], ${all('hash')}::text[]) opened(id, user_id, hash)`);
  }
}
