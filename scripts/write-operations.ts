import { writeFile } from 'node:fs/promises';
import { operationsModule } from './operations-module.js';

/** `npm run operations`: writes client/operations.ts. Run `npm run schema` first when the schema has changed. */
await writeFile('client/operations.ts', await operationsModule());
