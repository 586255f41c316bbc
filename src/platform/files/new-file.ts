import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { addTime, HOUR } from '../clock.js';
import { executeIn, type Database } from '../database/database.js';

/** How long a new file may wait for its row before it is taken for abandoned; a completion takes seconds. */
const WAITING_TIME = HOUR;

/**
 * A key for a file that is about to be made. It is marked for removal before it exists, so that it cannot be left
 * behind; keepFile takes the mark off.
 */
export async function newFileKey(db: Database, folder: string, now: Date): Promise<string> {
  const key = `${folder}/${uuidv7()}`;
  await db.rows(sql`
    insert into file_removals (file_key, remove_at) values (${key}, ${addTime(now, WAITING_TIME)})`);
  return key;
}

/** Keeps a new file, in the transaction that writes the row which names it. */
export async function keepFile(em: EntityManager, key: string, now: Date): Promise<void> {
  const [kept] = await executeIn(
    em,
    sql<object>`delete from file_removals where file_key = ${key} and remove_at > ${now} returning file_key`,
  );
  if (!kept) throw new Error('a new file was given up before a row named it');
}

/** Lets a new file go at once that turned out to be of no use. */
export async function giveUpFile(db: Database, key: string, now: Date): Promise<void> {
  await db.rows(sql`update file_removals set remove_at = ${now} where file_key = ${key}`);
}
