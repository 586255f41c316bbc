import { writeFile } from 'node:fs/promises';
import { permissionsPage } from '../test/permissions/permissions-page.js';

/** `npm run permissions`: writes docs/permissions.md from the permission table. */
await writeFile('docs/permissions.md', await permissionsPage());
