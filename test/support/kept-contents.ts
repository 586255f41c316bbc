import { sql } from 'kysely';
import { executeIn } from '../../src/platform/database/database.js';
import { idleQueue } from './idle-queue.js';
import { tableDigests } from './table-digests.js';
import type { TestServer } from './test-server.js';

export interface KeptContents {
  /** Puts back every table that is not as it was when it was kept. Takes the digests of now, if they are known. */
  restore(now?: Record<string, string>): Promise<void>;
}

/**
 * Keeps a copy of everything in the database beside it, to which the database can return any number of times: quicker
 * than a database for each thing to try, and the server goes on meanwhile.
 */
export async function keepContents(server: TestServer): Promise<KeptContents> {
  const { db } = server;
  await idleQueue(server);
  const kept = await tableDigests(db);
  await db.rows(sql`create schema kept`);
  for (const table of Object.keys(kept))
    await db.rows(sql`create table ${sql.table(`kept.${table}`)} as table ${sql.table(`public.${table}`)}`);
  const columns = await columnsOf(server);
  return {
    async restore(digests) {
      const now = digests ?? (await tableDigests(db));
      const changed = Object.keys(kept).filter((table) => now[table] !== kept[table]);
      if (changed.length === 0) return;
      await db.transaction(async (em) => {
        // A replica takes rows as they come: no trigger fires, histories may be rewritten, and no order matters.
        await executeIn(em, sql`set local session_replication_role = replica`);
        for (const table of changed) {
          const list = sql.join((columns.get(table) ?? []).map((column) => sql.ref(column)));
          await executeIn(em, sql`delete from ${sql.table(`public.${table}`)}`);
          await executeIn(
            em,
            sql`insert into ${sql.table(`public.${table}`)} (${list}) overriding system value
              select ${list} from ${sql.table(`kept.${table}`)}`,
          );
        }
      });
    },
  };
}

/** The columns of each table that can be written. */
async function columnsOf({ db }: TestServer): Promise<Map<string, string[]>> {
  const rows = await db.rows(sql<{ name: string; columns: string[] }>`
    select table_name as name, array_agg(column_name::text order by ordinal_position) as columns
    from information_schema.columns
    where table_schema = 'public' and is_generated = 'NEVER' group by table_name`);
  return new Map(rows.map(({ name, columns }) => [name, columns]));
}
