import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql, type RawBuilder } from 'kysely';
import { tableDigests } from '../support/table-digests.js';
import { fillEveryTable } from './every-table.js';
import { openTestDatabase, type OpenTestDatabase } from './open-database.js';

describe.each([
  ['job_events', 'to_status'],
  ['application_events', 'reason'],
  ['audit_log', 'action'],
])('the history %s', (table, column) => {
  let database: OpenTestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
    await fillEveryTable(database.db);
  });
  afterAll(() => database.close());

  async function expectRefusal(statement: RawBuilder<object>): Promise<void> {
    const before = await tableDigests(database.db);
    await expect(database.db.rows(statement)).rejects.toMatchObject({
      code: '23001',
      message: `${table} is append-only`,
    });
    expect(await tableDigests(database.db)).toEqual(before);
  }

  it('refuses to be changed', async () => {
    await expectRefusal(sql`update ${sql.table(table)} set ${sql.ref(column)} = 'PUBLISHED'`);
  });

  it('refuses to lose a row', async () => {
    await expectRefusal(sql`delete from ${sql.table(table)}`);
  });

  it('refuses to be emptied at once', async () => {
    await expectRefusal(sql`truncate ${sql.table(table)}`);
  });
});
