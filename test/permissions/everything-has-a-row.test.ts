import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { missingRows } from './missing-rows.js';

it('the permission table has a row for every operation, type and private field of the schema, and no other', async () => {
  expect(missingRows(buildSchema(await readFile('schema.graphql', 'utf8')))).toEqual([]);
});
