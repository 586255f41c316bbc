import { sql } from 'kysely';
import type { Database } from '../../src/platform/database/database.js';
import { dashboardStatements, type MeasuredStatement } from '../measured-statements.js';
import { searchStatements } from '../search-statements.js';

/** Beyond this many rows, reading a whole table for one request is a mistake. */
const LARGE = 10_000;

/**
 * Statements that count whole tables, because that is what is asked for. Everything else that reads a large table from
 * end to end has lost its index.
 */
const COUNT_EVERYTHING: Record<string, string[]> = {
  Administrator: ['users', 'jobs'],
  'Facets: all jobs, newest': ['job_search'],
  'Facets: all jobs, salary': ['job_search'],
  // Each facet is counted without the choice of its own field, so of all jobs.
  'Facets: country and type': ['job_search'],
};

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: PlanNode[];
}

/** The hot statements whose plan reads a large table from end to end, each as one line. */
export async function scannedTables(db: Database): Promise<string[]> {
  const now = new Date();
  const large = new Set(await largeTables(db));
  const statements = [...(await dashboardStatements(db, now)), ...searchStatements(db, now)];
  const found: string[] = [];
  for (const statement of statements) {
    const expected = COUNT_EVERYTHING[statement.name] ?? [];
    const tables = new Set(scansOf(await planOf(db, statement)));
    for (const table of tables) {
      if (large.has(table) && !expected.includes(table))
        found.push(`${statement.name}: Seq Scan of ${table}`);
    }
  }
  return found;
}

async function largeTables(db: Database): Promise<string[]> {
  const rows = await db.rows(sql<{ name: string }>`
    select relname as name from pg_class where relkind = 'r' and reltuples > ${LARGE}`);
  return rows.map(({ name }) => name);
}

async function planOf(db: Database, { statements: [statement] }: MeasuredStatement): Promise<PlanNode> {
  if (!statement) throw new Error('nothing to explain');
  const [row] = await db.unprepared.rows(
    sql<{ 'QUERY PLAN': { Plan: PlanNode }[] }>`explain (format json) ${statement}`,
  );
  const plan = row?.['QUERY PLAN'][0]?.Plan;
  if (!plan) throw new Error('PostgreSQL gave no plan');
  return plan;
}

function scansOf(node: PlanNode): string[] {
  const own = node['Node Type'] === 'Seq Scan' ? [node['Relation Name'] ?? '?'] : [];
  return [...own, ...(node.Plans ?? []).flatMap(scansOf)];
}
