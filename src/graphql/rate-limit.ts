import { createHash } from 'node:crypto';
import { buildSchema, type GraphQLDirective, type GraphQLSchema } from 'graphql';
import { rateLimitDirective, type RateLimitOptions } from 'graphql-rate-limit-directive';
import type { Redis } from 'ioredis';
import {
  RateLimiterMemory,
  RateLimiterRedis,
  type IRateLimiterOptions,
  type IRateLimiterStoreOptions,
  type RateLimiterAbstract,
  type RateLimiterRes,
} from 'rate-limiter-flexible';
import { addressGroup } from '../platform/network.js';
import type { Context } from './context.js';
import { ClientError } from './errors.js';

export interface RateLimits {
  directives: GraphQLDirective[];
  /** Puts the limits declared by the directives in front of the resolvers. */
  apply(schema: GraphQLSchema): GraphQLSchema;
}

/** Counts in Redis, for all processes together; in the memory of this process while Redis is away. */
class SharedRateLimiter extends RateLimiterRedis {
  constructor(options: IRateLimiterStoreOptions) {
    const { points = 1, duration = 1, keyPrefix = '' } = options;
    super({ ...options, insuranceLimiter: new RateLimiterMemory({ points, duration, keyPrefix }) });
  }
}

/**
 * The directives `@rateLimit` (per signed-in user, else per address) and `@rateLimitByAccount` (per account somebody
 * tries to sign in to). Each use of a field counts, so aliases do not multiply attempts.
 */
export function createRateLimits(redis: Redis | null): RateLimits {
  const common: RateLimitOptions<Context, IRateLimiterOptions> = {
    onLimit: (state, { limit, duration }, _source, _args, ctx, info) => {
      const seconds = Math.ceil(state.msBeforeNext / 1000);
      ctx.responseHeaders.set('retry-after', String(seconds));
      throw new ClientError(
        'RATE_LIMITED',
        `Too many calls of ${info.fieldName}: ${limit} are allowed in ${inWords(duration)}.`,
        {
          retryAfterSeconds: seconds,
          http: { status: 429 },
        },
      );
    },
    setState: (state, args, _source, _args, ctx, info) => setHeaders(ctx, info.fieldName, state, args),
    ...(redis && {
      // The library asks for the abstract class but calls it as this one.
      limiterClass: SharedRateLimiter as unknown as typeof RateLimiterAbstract,
      limiterOptions: { storeClient: redis } as IRateLimiterOptions,
    }),
  };
  const byClient = rateLimitDirective<Context>({
    ...common,
    keyGenerator: (_limits, _source, _args, ctx, info) =>
      `${info.fieldName}:${ctx.viewer?.userId ?? addressGroup(ctx.client.ip)}`,
  });
  const byAccount = rateLimitDirective<Context>({
    ...common,
    name: 'rateLimitByAccount',
    keyGenerator: (_limits, _source, args, _ctx, info) => `${info.fieldName}:${accountKey(args)}`,
  });
  return {
    directives: [
      directiveOf('rateLimit', byClient.rateLimitDirectiveTypeDefs),
      directiveOf('rateLimitByAccount', byAccount.rateLimitDirectiveTypeDefs),
    ],
    apply: (schema) =>
      byAccount.rateLimitDirectiveTransformer(byClient.rateLimitDirectiveTransformer(schema)),
  };
}

/** The account an attempt is aimed at, as a digest: addresses do not belong into Redis keys. */
function accountKey(args: { input?: { email?: string } }): string {
  return createHash('sha256')
    .update((args.input?.email ?? '').trim().toLowerCase())
    .digest('base64url');
}

function setHeaders(
  ctx: Context,
  field: string,
  state: RateLimiterRes,
  { limit, duration }: { limit: number; duration: number },
): void {
  ctx.responseHeaders.set('ratelimit-policy', `"${field}";q=${limit};w=${duration}`);
  ctx.responseHeaders.set(
    'ratelimit',
    `"${field}";r=${state.remainingPoints};t=${Math.ceil(state.msBeforeNext / 1000)}`,
  );
}

function inWords(seconds: number): string {
  if (seconds % 3600 === 0) return seconds === 3600 ? 'an hour' : `${seconds / 3600} hours`;
  return seconds === 60 ? 'a minute' : `${seconds / 60} minutes`;
}

function directiveOf(name: string, typeDefs: string): GraphQLDirective {
  const directive = buildSchema(`${typeDefs}\ntype Query { unused: Int }`).getDirective(name);
  if (!directive) throw new Error(`the type definitions of @${name} do not define it`);
  return directive;
}
