import { createServer } from 'node:http';
import { Pool } from 'pg';
import { settings } from './settings.js';

/**
 * What any GraphQL server on Node can at best be compared with: a handler that sends the same SQL through `pg` as named
 * statements and answers with the rows, at one address per query.
 */
interface BareStatement {
  name: string;
  text: string;
  /** One list for each who asks, taken in turn. */
  values: unknown[][];
  /** Instead of `values`: the distinct values of this column of the statement before. */
  valuesFrom?: string;
}

const queries = JSON.parse(process.env['BARE_STATEMENTS'] ?? '{}') as Record<string, BareStatement[]>;
const pool = new Pool({ connectionString: settings.databaseUrl, max: settings.poolSize });
pool.on('error', () => undefined);

let answers = 0;

async function answer(statements: BareStatement[]): Promise<unknown[][]> {
  const turn = answers++;
  const results: Record<string, unknown>[][] = [];
  for (const { name, text, values, valuesFrom } of statements) {
    const given =
      valuesFrom === undefined
        ? values[turn % values.length]
        : [[...new Set(results.at(-1)?.map((row) => row[valuesFrom]))]];
    results.push((await pool.query<Record<string, unknown>>({ name, text, values: given })).rows);
  }
  return results;
}

const server = createServer((request, response) => {
  const statements = queries[request.url?.slice(1) ?? ''];
  if (!statements) return void response.writeHead(404).end();
  // The body says nothing new, but has to be read before the next request of the connection.
  request.resume();
  answer(statements).then(
    (rows) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(rows));
    },
    (error: unknown) => {
      response.writeHead(500).end(String(error));
    },
  );
});
server.listen(settings.port, settings.host);
