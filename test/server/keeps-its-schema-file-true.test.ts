import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { printSchema } from '../../src/server/print-schema.js';
import { schemaAsServed } from '../support/schema-as-served.js';

it('schema.graphql is what the code serves (`npm run schema` writes it)', async () => {
  expect(await readFile('schema.graphql', 'utf8')).toBe(printSchema(await schemaAsServed()));
});
