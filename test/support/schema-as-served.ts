import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import type { GraphQLSchema } from 'graphql';
import { Passwords } from '../../src/auth/passwords.js';
import { Providers } from '../../src/auth/providers/providers.js';
import { SignInGuard } from '../../src/auth/sign-in-guard.js';
import { SigningKeys } from '../../src/auth/signing-keys.js';
import { Tokens } from '../../src/auth/tokens.js';
import { createRateLimits } from '../../src/graphql/rate-limit.js';
import { ViewerKeys } from '../../src/jobs/viewer-keys.js';
import { PublicCache } from '../../src/platform/cache.js';
import { systemClock } from '../../src/platform/clock.js';
import { createSchema } from '../../src/server/schema.js';
import { TEST_SECRET } from './test-server.js';

/** The executable schema by itself, to be looked at: behind it is no database. */
export function schemaAsServed(): Promise<GraphQLSchema> {
  const services = {
    passwords: new Passwords(4),
    tokens: new Tokens(new SigningKeys(TEST_SECRET), 24),
    providers: new Providers([]),
    signInGuard: new SignInGuard(null, new SigningKeys(TEST_SECRET)),
    viewerKeys: new ViewerKeys('unused'),
    publicCache: new PublicCache(systemClock),
    publicUrl: () => 'unused',
    disk: new Disk(new FSDriver({ location: 'unused', visibility: 'private' })),
    service: { version: 'unused', startedAt: new Date(), check: async () => ({}) },
  };
  return createSchema(services, createRateLimits(null));
}
