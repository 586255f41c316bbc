import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { sql, type RawBuilder } from 'kysely';
import { migrations } from '../migrations/migrations.js';
import { readConfig } from '../src/config.js';
import { Database } from '../src/platform/database/database.js';
import { startOrm } from '../src/platform/database/orm.js';
import { entities } from '../src/server/entities.js';
import { openDatabase } from '../src/server/open-database.js';
import { dashboardStatements, type MeasuredStatement } from './measured-statements.js';
import { percentile } from './compare/figures.js';
import { searchStatements } from './search-statements.js';
import { statementTimes } from './statement-times.js';

/**
 * `npm run plans`: times the dashboards' and the job search's statements on the data that is there and writes them with their plans to
 * docs/query-plans.md. Statements go one after another on one connection, as a request would send them.
 */
async function writePlans(): Promise<void> {
  const config = readConfig(process.env);
  const database = await openDatabase(config, () => undefined);
  const orm = await startOrm({ databaseUrl: database.url, entities, migrations, poolSize: 1 });
  try {
    const db = await Database.on(orm);
    const now = new Date();
    const measured = [...(await dashboardStatements(db, now)), ...searchStatements(db, now)];
    const sections: string[] = [];
    const table: string[] = [];
    for (const statement of measured) {
      const times = await timesOf(db, statement);
      table.push(`| ${statement.name} | ${times.map((ms) => ms.toFixed(2)).join(' | ')} |`);
      process.stdout.write(`${table.at(-1)}\n`);
      sections.push(`## ${statement.name}\n\n\`\`\`\n${await planOf(db, statement)}\n\`\`\`\n`);
    }
    await writeFile('docs/query-plans.md', page(await volumes(db), table, sections));
  } finally {
    await orm.close();
    await database.stop();
  }
}

/** Median, 95th percentile, slowest. */
async function timesOf(db: Database, statement: MeasuredStatement): Promise<number[]> {
  const sorted = await statementTimes(db, statement);
  return [0.5, 0.95, 1].map((share) => percentile(sorted, share));
}

async function planOf(db: Database, { statements }: MeasuredStatement): Promise<string> {
  const [statement] = statements;
  if (!statement) return '';
  const explain: RawBuilder<{ 'QUERY PLAN': string }> =
    sql`explain (analyze, buffers, costs off, summary on) ${statement}`;
  return (await db.unprepared.rows(explain)).map((row) => row['QUERY PLAN']).join('\n');
}

async function volumes(db: Database): Promise<string> {
  const tables = ['users', 'companies', 'jobs', 'applications', 'application_events', 'notifications'];
  const counts = await Promise.all(
    tables.map(async (table) => {
      const row = await db.row(sql<{ rows: string }>`select count(*) as rows from ${sql.table(table)}`);
      return `${Number(row?.rows).toLocaleString('en')} ${table}`;
    }),
  );
  const version = await db.row(sql<{ version: string }>`select current_setting('server_version') as version`);
  return `PostgreSQL ${version?.version ?? '?'} with ${counts.join(', ')}`;
}

function page(data: string, table: string[], sections: string[]): string {
  return `# Query plans

Written by \`npm run plans\` on ${data}. Milliseconds from sending a statement to having its rows, one after another on
one connection; the plans are those of the first subject.

| Statement | median | 95 % | slowest |
| --- | ---: | ---: | ---: |
${table.join('\n')}

${sections.join('\n')}`;
}

await writePlans();
