import { createHash } from 'node:crypto';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { Kysely, RawBuilder } from 'kysely';
import { types, type Pool } from 'pg';
import { SharedReads } from '../shared-reads.js';
import type { Statement } from './fixed-statement.js';
import { RowColumns } from './row-columns.js';

/** Either the database itself or a transaction on it: what a statement can be run on. */
export interface Reader {
  rows<Row>(statement: Statement<Row>): Promise<Row[]>;
}

/**
 * The two doors to PostgreSQL. Writes go through `transaction` and MikroORM's unit of work; reads are typed SQL
 * statements whose rows have the shape of the GraphQL types, sent as named prepared statements on the same pool
 * (planning a dashboard costs more than running it).
 */
export class Database implements Reader {
  readonly columns: RowColumns;

  /**
   * For statements whose best plan depends on the values in them, as a search's does on how common its words are: planned
   * anew each time instead of once under a name.
   */
  readonly unprepared: Reader = { rows: (statement) => this.send(statement, () => undefined) };

  /** For reads that take long enough for others to ask for the same meanwhile. */
  readonly shared = new SharedReads();

  private constructor(
    readonly orm: MikroORM,
    private readonly pool: Pool,
    private readonly compiler: Kysely<unknown>,
  ) {
    this.columns = new RowColumns(orm);
  }

  static async on(orm: MikroORM): Promise<Database> {
    const pool: Pool = await orm.em.getConnection().getNativeClient();
    return new Database(orm, pool, orm.em.getKysely<unknown>());
  }

  rows<Row>(statement: Statement<Row>): Promise<Row[]> {
    return this.send(statement, statementName);
  }

  private async send<Row>(
    statement: Statement<Row>,
    nameOf: (text: string) => string | undefined,
  ): Promise<Row[]> {
    const { sql: text, parameters } = statement.compile(this.compiler);
    // MikroORM switches off date parsing on its pool; `types` are node-postgres' own parsers.
    const result = await this.pool.query({
      name: nameOf(text),
      text,
      values: [...parameters],
      types,
    });
    return result.rows as Row[];
  }

  /** The first row, if any. */
  async row<Row>(statement: Statement<Row>): Promise<Row | undefined> {
    return (await this.rows(statement))[0];
  }

  /** Runs one business act: everything in it commits together or not at all. */
  transaction<T>(act: (em: EntityManager) => Promise<T>): Promise<T> {
    return this.orm.em.fork().transactional(act);
  }

  /** Connections of this process: open, idle, and requests waiting for one. */
  get poolState(): { total: number; idle: number; waiting: number } {
    return { total: this.pool.totalCount, idle: this.pool.idleCount, waiting: this.pool.waitingCount };
  }
}

/** Runs a statement inside a transaction. */
export async function executeIn<Row>(em: EntityManager, statement: RawBuilder<Row>): Promise<Row[]> {
  return (await statement.execute(em.getKysely<unknown>())).rows;
}

const names = new Map<string, string>();

/** PostgreSQL keeps a prepared statement per name: equal text, equal name. Texts are few, parameters are not in them. */
function statementName(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 24);
  names.set(text, name);
  return name;
}
