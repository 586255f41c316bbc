import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { forgetOldSessions } from '../../src/auth/forget-old-sessions.js';
import { DAY, MINUTE } from '../../src/platform/clock.js';
import { SCHEDULED_TASKS } from '../../src/server/scheduled-tasks.js';
import { holds } from '../support/accounts.js';
import { insertRows } from '../support/insert-rows.js';
import { signUp, type Person } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { uuidIn } from '../support/uuid-in.js';

describe('forgetting old sessions', () => {
  let server: TestServer;
  let person: Person;
  beforeAll(async () => {
    server = await startTestServer();
  });
  beforeEach(async () => {
    await server.db.rows(sql`delete from sessions`);
    person = await signUp(server, 'CANDIDATE');
  });
  afterAll(() => server.stop());

  const run = () => forgetOldSessions(server.db, server.clock.now());
  const idsLeft = async () =>
    (await server.db.rows(sql<{ id: string }>`select id from sessions`)).map(({ id }) => id);

  /** A session whose times are counted in days from now. */
  function sessionRow({ expires, revoked }: { expires: number; revoked?: number }) {
    const inDays = (days: number) => new Date(server.clock.now().getTime() + days * DAY);
    return {
      id: uuidv7(),
      created_at: inDays(-80),
      user_id: uuidIn(person.id),
      refresh_token_hash: 'none',
      last_used_at: inDays(expires - 7),
      idle_expires_at: inDays(expires),
      absolute_expires_at: inDays(expires),
      revoked_at: revoked === undefined ? null : inDays(revoked),
      revoked_reason: revoked === undefined ? null : 'REVOKED',
    };
  }

  it('deletes what ended more than 30 days ago, and leaves the rest', async () => {
    const old = [sessionRow({ expires: -30.1 }), sessionRow({ expires: -31, revoked: -33 })];
    const kept = [
      sessionRow({ expires: -29.9 }),
      sessionRow({ expires: -1, revoked: -2 }),
      sessionRow({ expires: 5, revoked: -1 }),
      sessionRow({ expires: 3 }),
    ];
    await insertRows(server.db, 'sessions', [...old, ...kept]);
    expect(await run()).toBe(2);
    const left = await idsLeft();
    expect(left).toEqual(expect.arrayContaining(kept.map(({ id }) => id)));
    for (const { id } of old) expect(left).not.toContain(id);
    expect(await holds(server, person.accessToken)).toBe(true);
  });

  it('goes on until none is left, however many there are', async () => {
    await insertRows(
      server.db,
      'sessions',
      Array.from({ length: 2500 }, () => sessionRow({ expires: -40 })),
    );
    expect(await run()).toBe(2500);
    expect(await idsLeft()).toHaveLength(1);
    expect(await run()).toBe(0);
  });

  it('is shared by processes that do it at once', async () => {
    await insertRows(
      server.db,
      'sessions',
      Array.from({ length: 2500 }, () => sessionRow({ expires: -40 })),
    );
    const counts = await Promise.all([run(), run(), run(), run()]);
    expect(counts.reduce((sum, count) => sum + count)).toBe(2500);
    expect(await idsLeft()).toHaveLength(1);
  });

  it('finds them by an index', async () => {
    const plan = await server.db.transaction(async (em) => {
      await em.execute('set local enable_seqscan = off');
      return em.execute<Record<string, string>[]>(
        'explain select id from sessions where idle_expires_at <= now() order by idle_expires_at limit 1000',
      );
    });
    expect(JSON.stringify(plan)).toContain('sessions_idle_expires_at_index');
  });

  it('is done every 10 minutes by each process', async () => {
    await insertRows(server.db, 'sessions', [sessionRow({ expires: -40 })]);
    const task = SCHEDULED_TASKS.find(({ name }) => name === 'forgetting old sessions');
    expect(task?.interval).toBe(10 * MINUTE);
    await task?.run(server.db, server.clock.now());
    expect(await idsLeft()).toHaveLength(1);
  });
});
