import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { FixedStatement } from '../../src/platform/database/fixed-statement.js';
import { openTestDatabase, type OpenTestDatabase } from './open-database.js';

interface Values {
  word: string;
  at: Date;
  nothing: string | null;
}

interface Row {
  twice: string;
  at: Date;
  nothing: string | null;
}

describe('a fixed statement', () => {
  let database: OpenTestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  it('is written once, and sent with the values of each call, wherever they stand', async () => {
    let written = 0;
    const statement = new FixedStatement<Values, Row>((_columns, { word, at, nothing }) => {
      written += 1;
      return sql`select ${nothing}::text as nothing, ${word}::text || ${word}::text as twice, ${at}::timestamptz as at`;
    });
    const { db } = database;
    const calls = Array.from({ length: 20 }, (_, index) => ({
      word: `'; drop table users; -- ${index}`,
      at: new Date(index * 1000),
      nothing: index % 2 === 0 ? null : 'something',
    }));
    const rows = await Promise.all(calls.map((values) => db.row(statement.with(db.columns, values))));
    expect(rows).toEqual(calls.map(({ word, at, nothing }) => ({ nothing, twice: word + word, at })));
    expect(written).toBe(1);
  });

  it('refuses a value that is not one of its own, which every call would be sent with', () => {
    const statement = new FixedStatement<Values, Row>(
      (_columns, { at }) => sql`select ${at}::timestamptz as at, ${'the first who asked'}::text as twice`,
    );
    const { db, orm } = database;
    const filled = statement.with(db.columns, { word: 'a', at: new Date(), nothing: null });
    expect(() => filled.compile(orm.em.getKysely())).toThrow('not one of its own');
  });

  it('fails at once when it is written by a look at a value', () => {
    const statement = new FixedStatement<Values, Row>(
      (_columns, { at }) => sql`select ${at.toISOString()}::timestamptz as at`,
    );
    const { db, orm } = database;
    const filled = statement.with(db.columns, { word: 'a', at: new Date(), nothing: null });
    expect(() => filled.compile(orm.em.getKysely())).toThrow(TypeError);
  });
});
