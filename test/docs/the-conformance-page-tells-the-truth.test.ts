import { access, readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';

const STATUSES = ['met', 'partly', 'deliberate', 'open', 'not applicable'];

interface Row {
  requirement: string;
  status: string;
  what: string;
  tests: string[];
}

/** The rows of the page's tables of requirements. */
function rowsOf(page: string): Row[] {
  return page
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.slice(1, -1).split('|'))
    .map((cells) => cells.map((cell) => cell.trim()))
    .filter((cells) => cells.length === 5 && cells[0] !== 'Requirement' && !/^-+$/.test(cells[0] ?? ''))
    .map(([requirement = '', , status = '', what = '', shownBy = '']) => ({
      requirement,
      status,
      what,
      tests: [...shownBy.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path),
    }));
}

describe('docs/security-conformance.md', () => {
  let rows: Row[];
  beforeAll(async () => {
    rows = rowsOf(await readFile('docs/security-conformance.md', 'utf8'));
  });

  it('has 100 requirements or more', () => {
    expect(rows.length).toBeGreaterThanOrEqual(100);
  });

  it('gives each a status of its list, and says what is done', () => {
    for (const { requirement, status, what } of rows) {
      expect([requirement, STATUSES]).toEqual([
        expect.stringMatching(/\S/),
        expect.arrayContaining([status]),
      ]);
      expect([requirement, what]).toEqual([requirement, expect.stringMatching(/\S/)]);
    }
  });

  it('names a test for each that is met', () => {
    const without = rows.filter(({ status, tests }) => status === 'met' && tests.length === 0);
    expect(without.map(({ requirement }) => requirement)).toEqual([]);
  });

  it('names only tests that are there', async () => {
    const named = [...new Set(rows.flatMap(({ tests }) => tests))];
    expect(named.length).toBeGreaterThan(25);
    for (const path of named) {
      expect(path).toMatch(/^test\/.+\.test\.ts$/);
      await access(path);
    }
  });
});
