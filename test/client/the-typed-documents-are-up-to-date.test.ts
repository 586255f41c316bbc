import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { operationsModule } from '../../scripts/operations-module.js';

it('client/operations.ts is what schema and documents say (`npm run operations` writes it)', async () => {
  const [written, current] = await Promise.all([
    readFile('client/operations.ts', 'utf8'),
    operationsModule(),
  ]);
  // Not toBe: the difference would fill the screen with syntax trees.
  const isCurrent = written === current;
  expect(isCurrent ? 'up to date' : 'out of date: run `npm run schema && npm run operations`').toBe(
    'up to date',
  );
});
