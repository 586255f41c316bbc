import { Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isDatabaseEmpty } from '../../src/demo/is-database-empty.js';
import { loadDemoData } from '../../src/demo/load-demo-data.js';
import { runSeed } from '../../src/demo/seed.js';
import { emptyDatabase, NOW, type DemoDatabase } from './demo-database.js';

describe('Seeding', () => {
  let database: DemoDatabase;

  beforeEach(async () => {
    database = await emptyDatabase();
  });
  afterEach(() => database.drop());

  function seed(out: Writable) {
    return runSeed({ databaseUrl: database.url, size: 'demo', passwordHash: 'not a real hash', out });
  }

  it('fills an empty database and tells each table and the time it took', async () => {
    const out = new Lines();
    expect(await isDatabaseEmpty(database.client)).toBe(true);
    await seed(out);
    expect(await isDatabaseEmpty(database.client)).toBe(false);
    expect(out.text).toContain('companies: 36 rows\n');
    expect(out.text).toContain('applications: 2,000 rows\n');
    expect(out.text).toMatch(/Loaded the demo data in \d+\.\d s\.\n$/);
    expect(await database.count('select count(*) from applications')).toBe(2_000);
  });

  it('draws a bar for each table on a terminal', async () => {
    const terminal = new Terminal();
    await seed(terminal);
    expect(terminal.text).toContain('notifications');
    expect(terminal.text).toContain('2000/2000');
  });

  it('refuses a database that has users, and changes nothing', async () => {
    await database.client.query(`
      insert into users (id, email, role, first_name, last_name)
      values (gen_random_uuid(), 'someone@intowork.example', 'ADMIN', 'Some', 'One')`);
    await expect(seed(new Lines())).rejects.toThrow(/already has users/);
    expect(await database.count('select count(*) from users')).toBe(1);
    expect(await database.count('select count(*) from companies')).toBe(0);
  });

  it('leaves nothing behind when it fails half-way', async () => {
    const { client } = database;
    await expect(
      loadDemoData({
        client,
        size: 'demo',
        now: NOW,
        passwordHash: 'not a real hash',
        onProgress: failHalfWay,
      }),
    ).rejects.toThrow('half-way');
    expect(await isDatabaseEmpty(client)).toBe(true);
    expect(await database.count('select count(*) from jobs')).toBe(0);
  });

  it('leaves nothing behind when the database refuses a row', async () => {
    await database.client.query("alter table notifications add check (payload::text <> '{}')");
    const { client } = database;
    await expect(
      loadDemoData({ client, size: 'demo', now: NOW, passwordHash: 'not a real hash' }),
    ).rejects.toThrow(/check constraint/);
    expect(await isDatabaseEmpty(client)).toBe(true);
  });
});

function failHalfWay(table: string, done: number): void {
  if (table === 'application_events' && done > 0) throw new Error('half-way');
}

/** Keeps what is written to it. */
class Lines extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

class Terminal extends Lines {
  readonly isTTY = true;
  readonly columns = 120;
  cursorTo(): void {}
  clearLine(): void {}
}
