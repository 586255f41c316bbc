import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { loadDemoData } from '../../src/demo/load-demo-data.js';
import { withoutIndexes } from '../../src/demo/without-indexes.js';
import { catalogOf } from '../database/catalog.js';
import { openTestDatabase, type OpenTestDatabase } from '../database/open-database.js';
import { NOW } from './demo-database.js';

describe('Loading demo data', () => {
  let database: OpenTestDatabase;
  let client: Client;
  let before: string[];

  beforeEach(async () => {
    database = await openTestDatabase();
    before = await catalogOf(database.db);
    client = new Client({ connectionString: database.url });
    await client.connect();
  });
  afterEach(async () => {
    await client.end();
    await database.close();
  });

  function load(onProgress?: (table: string) => void) {
    return loadDemoData({ client, size: 'demo', now: NOW, passwordHash: 'not a real hash', onProgress });
  }

  it('leaves the schema exactly as it was', async () => {
    await load();
    expect(await catalogOf(database.db)).toEqual(before);
  });

  it('leaves the schema exactly as it was when it fails half-way', async () => {
    await expect(
      load((table) => {
        if (table === 'notifications') throw new Error('half-way');
      }),
    ).rejects.toThrow('half-way');
    expect(await catalogOf(database.db)).toEqual(before);
  });

  it('leaves the schema exactly as it was, and no rows, when the connection breaks', async () => {
    const lost = new Client({ connectionString: database.url });
    lost.on('error', () => undefined);
    await lost.connect();
    await lost.query('begin');
    await expect(
      withoutIndexes(lost, async () => {
        await lost.query(ONE_USER);
        await lost.query('select pg_terminate_backend(pg_backend_pid())');
      }),
    ).rejects.toThrow(/terminating connection|terminated/);
    await lost.end();
    expect(await catalogOf(database.db)).toEqual(before);
    expect((await client.query('select from users')).rowCount).toBe(0);
  });

  it('has only primary keys and unique constraints meanwhile', async () => {
    await client.query('begin');
    await withoutIndexes(client, async () => {
      const { rows } = await client.query<{ kind: string }>(`
        select distinct coalesce(contype::text, 'index') as kind
        from pg_index left join pg_constraint on conindid = indexrelid
        where indrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
        order by kind`);
      expect(rows.map(({ kind }) => kind)).toEqual(['p', 'u']);
    });
    await client.query('rollback');
  });

  it('refuses rows that point to none', async () => {
    await client.query('begin');
    await expect(
      withoutIndexes(client, async () => {
        await client.query(
          'insert into candidates (id, user_id) values (gen_random_uuid(), gen_random_uuid())',
        );
      }),
    ).rejects.toThrow(/candidates_user_id_foreign/);
    await client.query('rollback');
  });

  it('refuses rows that a unique index does not allow', async () => {
    await client.query('begin');
    await expect(
      withoutIndexes(client, async () => {
        await client.query(ONE_USER);
        await client.query(`
          insert into candidates (id, user_id) select gen_random_uuid(), id from users;
          insert into cvs (id, candidate_id, file_key, file_name, size_bytes, content_type, is_active)
          select gen_random_uuid(), id, key, 'cv.pdf', 1, 'application/pdf', true
          from candidates, unnest(array['one', 'two']) key`);
      }),
    ).rejects.toThrow(/cvs_one_active_unique/);
    await client.query('rollback');
  });
});

const ONE_USER = `
  insert into users (id, email, role, first_name, last_name)
  values (gen_random_uuid(), 'someone@intowork.example', 'CANDIDATE', 'Some', 'One')`;
