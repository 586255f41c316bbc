import { access, readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema, isObjectType, type GraphQLSchema } from 'graphql';
import { operationsOf } from '../support/operation-names.js';

/** How many operations the older backend had in each module of its core. */
const CORE = {
  'Accounts and sessions': 11,
  Users: 4,
  'Ping and service': 3,
  Candidates: 17,
  Companies: 6,
  Employers: 2,
  Jobs: 9,
  'Applications and their updates': 9,
  Dashboard: 3,
  Notifications: 5,
  Administration: 12,
};

interface Row {
  number: string;
  module: string;
  older: string;
  here: string[];
  status: string;
  difference: string;
  tests: string[];
}

const quoted = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text);

/** The rows of the page's tables of operations. */
function rowsOf(page: string): Row[] {
  return page.split(/^## /m).flatMap((section) => {
    const module = /^[^(\n]*/.exec(section)?.[0].trim() ?? '';
    return section
      .split('\n')
      .filter((line) => /^\| \d+ /.test(line))
      .map((line) =>
        line
          .slice(1, -1)
          .split('|')
          .map((cell) => cell.trim()),
      )
      .map(([number = '', older = '', here = '', status = '', difference = '', shownBy = '']) => ({
        number,
        module,
        older,
        here: quoted(here),
        status,
        difference,
        tests: quoted(shownBy),
      }));
  });
}

describe('docs/parity.md', () => {
  let rows: Row[];
  let schema: GraphQLSchema;
  beforeAll(async () => {
    rows = rowsOf(await readFile('docs/parity.md', 'utf8'));
    schema = buildSchema(await readFile('schema.graphql', 'utf8'));
  });

  const named = (status: string): Row[] => rows.filter((row) => row.status === status);

  function exists(name: string): boolean {
    const [type = '', field] = name.split('.');
    if (field === undefined) return operationsOf(schema).includes(type);
    const parent = schema.getType(type);
    return isObjectType(parent) && field in parent.getFields();
  }

  it('has a row for each of the 81 operations', () => {
    expect(rows.map(({ number }) => Number(number))).toEqual(Array.from({ length: 81 }, (_, i) => i + 1));
    expect(new Set(rows.map(({ older }) => older)).size).toBe(81);
    const counts = Object.fromEntries(
      Object.keys(CORE).map((module) => [module, rows.filter((row) => row.module === module).length]),
    );
    expect(counts).toEqual(CORE);
  });

  it('gives each a status of its list', () => {
    expect(rows.filter(({ status }) => !['done', 'deliberate'].includes(status))).toEqual([]);
  });

  it('names operations that exist, and some where it says done', () => {
    expect(rows.flatMap(({ here }) => here).filter((name) => !exists(name))).toEqual([]);
    expect(named('done').filter(({ here }) => here.length === 0)).toEqual([]);
  });

  it('says why a row is not there as it was', () => {
    expect(named('deliberate').filter(({ difference }) => difference === '')).toEqual([]);
  });

  it('names tests that are there for each row', async () => {
    expect(rows.filter(({ tests }) => tests.length === 0)).toEqual([]);
    for (const path of new Set(rows.flatMap(({ tests }) => tests))) {
      expect(path).toMatch(/^test\/.+\.test\.ts$/);
      await access(path);
    }
  });
});
