import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MikroORM } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { Database } from '../../src/platform/database/database.js';
import { connect, openTestDatabase, type OpenTestDatabase } from './open-database.js';

describe('on a server that compiles costly statements', () => {
  let database: OpenTestDatabase;
  let orm: MikroORM;
  let db: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
    const name = new URL(database.url).pathname.slice(1);
    await database.db.rows(sql<object>`alter database ${sql.id(name)} set jit = on`);
    orm = await connect(database.url);
    db = await Database.on(orm);
  });
  afterAll(async () => {
    await orm.close(true);
    await database.close();
  });

  const JIT = sql<{ pid: number; jit: string }>`
    select pg_backend_pid() as pid, current_setting('jit') as jit, pg_sleep(0.1)::text`;

  it('no connection has any compiled, whether it reads or writes', async () => {
    const [one, other] = await Promise.all([db.row(JIT), db.unprepared.rows(JIT)]);
    expect([one, ...other].map((row) => row?.jit)).toEqual(['off', 'off']);
    expect(one?.pid).not.toBe(other[0]?.pid);
    const written = await db.transaction((em) => em.execute<{ jit: string }[]>('show jit'));
    expect(written).toEqual([{ jit: 'off' }]);
  });
});
