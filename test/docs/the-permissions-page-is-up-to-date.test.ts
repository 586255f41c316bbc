import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { permissionsPage } from '../permissions/permissions-page.js';

it('docs/permissions.md is what the permission table says (`npm run permissions` writes it)', async () => {
  expect(await readFile('docs/permissions.md', 'utf8')).toBe(await permissionsPage());
});
