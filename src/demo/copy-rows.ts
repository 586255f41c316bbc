import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from } from 'pg-copy-streams';

/** What a column can be given. Times and JSON go as text. */
export type CopyValue = string | number | boolean | null;

/** One row by column name. All rows of a table have the same columns. */
export type CopyRow = Record<string, CopyValue>;

/** Rows per COPY statement: PostgreSQL keeps those of one statement at hand for the triggers that run after it. */
const ROWS_PER_STATEMENT = 100_000;

const CHARACTERS_PER_CHUNK = 64 * 1024;

/** Streams rows into a table with COPY, holding no more than a chunk of them. `onRows` hears the rows sent so far. */
export async function copyRows(
  client: Client,
  table: string,
  rows: Iterable<CopyRow>,
  onRows: (done: number) => void,
): Promise<void> {
  const source = rows[Symbol.iterator]();
  let done = 0;
  let next = source.next();

  function* statementText(columns: readonly string[]): Generator<string> {
    let chunk = '';
    for (let count = 0; !next.done && count < ROWS_PER_STATEMENT; count += 1) {
      chunk += copyLine(next.value, columns);
      done += 1;
      next = source.next();
      if (chunk.length < CHARACTERS_PER_CHUNK) continue;
      yield chunk;
      chunk = '';
      onRows(done);
    }
    yield chunk;
  }

  while (!next.done) {
    const columns = Object.keys(next.value);
    const target = client.query(from(`copy ${table} (${columns.join(', ')}) from stdin`));
    await pipeline(Readable.from(statementText(columns)), target);
  }
  onRows(done);
}

/** A row in the text format of COPY. */
function copyLine(row: CopyRow, columns: readonly string[]): string {
  return `${columns.map((column) => copyField(row[column])).join('\t')}\n`;
}

const SPECIAL = /[\\\n\r\t]/;
const SPECIALS = /[\\\n\r\t]/g;
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function copyField(value: CopyValue | undefined): string {
  if (value === undefined) throw new TypeError('A row lacks a column that the first row has');
  if (value === null) return '\\N';
  if (typeof value !== 'string') return String(value);
  // Hardly any has one, and to look is much faster than to replace.
  return SPECIAL.test(value)
    ? value.replace(SPECIALS, (character) => ESCAPES[character] ?? character)
    : value;
}
