import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import { Passwords } from '../../src/auth/passwords.js';
import { Providers } from '../../src/auth/providers/providers.js';
import { SignInGuard } from '../../src/auth/sign-in-guard.js';
import { SigningKeys } from '../../src/auth/signing-keys.js';
import { Tokens } from '../../src/auth/tokens.js';
import { createRateLimits } from '../../src/graphql/rate-limit.js';
import { ViewerKeys } from '../../src/jobs/viewer-keys.js';
import { PublicCache } from '../../src/platform/cache.js';
import { systemClock } from '../../src/platform/clock.js';
import { printSchema } from '../../src/server/print-schema.js';
import { createSchema } from '../../src/server/schema.js';

it('schema.graphql is what the code serves (`npm run schema` writes it)', async () => {
  const services = {
    passwords: new Passwords(4),
    tokens: new Tokens(new SigningKeys('unused'), 24),
    providers: new Providers([]),
    signInGuard: new SignInGuard(null, new SigningKeys('unused')),
    viewerKeys: new ViewerKeys('unused'),
    publicCache: new PublicCache(systemClock),
    publicUrl: () => 'unused',
    disk: new Disk(new FSDriver({ location: 'unused', visibility: 'private' })),
    service: { version: 'unused', startedAt: new Date(), check: async () => ({}) },
  };
  const schema = await createSchema(services, createRateLimits(null));
  expect(await readFile('schema.graphql', 'utf8')).toBe(printSchema(schema));
});
