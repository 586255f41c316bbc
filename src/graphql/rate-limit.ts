import { createHash } from 'node:crypto';
import { buildSchema, type GraphQLDirective, type GraphQLResolveInfo, type GraphQLSchema } from 'graphql';
import { rateLimitDirective, type RateLimitOptions } from 'graphql-rate-limit-directive';
import type { Redis } from 'ioredis';
import {
  RateLimiterMemory,
  RateLimiterRedis,
  type IRateLimiterStoreOptions,
  type RateLimiterRes,
} from 'rate-limiter-flexible';
import { addressGroup } from '../platform/network.js';
import type { Context } from './context.js';
import { ClientError } from './errors.js';
import { ignoresStaleToken } from './stale-token.js';

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
 * The directives `@rateLimit` (per client, see `clientKey`) and `@rateLimitByAccount` (per account somebody tries to
 * sign in to). Each use of a field counts, so aliases do not multiply attempts.
 */
export function createRateLimits(redis: Redis | null): RateLimits {
  const common: RateLimitOptions<Context, IRateLimiterStoreOptions> = {
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
      limiterClass: SharedRateLimiter,
      limiterOptions: { storeClient: redis },
    }),
  };
  const byClient = rateLimitDirective<Context, IRateLimiterStoreOptions>({
    ...common,
    keyGenerator: (_limits, _source, _args, ctx, info) => `${info.fieldName}:${clientKey(ctx, info)}`,
  });
  const byAccount = rateLimitDirective<Context, IRateLimiterStoreOptions>({
    ...common,
    name: 'rateLimitByAccount',
    keyGenerator: (_limits, _source, args, _ctx, info) => `${info.fieldName}:${accountKey(args)}`,
  });
  return {
    directives: [
      directiveOf('rateLimit', byClient.rateLimitDirectiveTypeDefs),
      directiveOf('rateLimitByAccount', byAccount.rateLimitDirectiveTypeDefs),
    ],
    // The last one is asked first: who has used up their own limit cannot go on to use up those of other accounts.
    apply: (schema) =>
      byClient.rateLimitDirectiveTransformer(byAccount.rateLimitDirectiveTransformer(schema)),
  };
}

/**
 * The user, else the address. To sign up, to sign in and to refresh, always the address: otherwise each account somebody
 * has would be good for as many attempts again.
 */
function clientKey({ viewer, client }: Context, { parentType, fieldName }: GraphQLResolveInfo): string {
  return viewer && !ignoresStaleToken(parentType, fieldName) ? viewer.userId : addressGroup(client.ip);
}

/** The account an attempt is aimed at, as a digest: addresses do not belong into Redis keys. */
function accountKey(args: { input?: { email?: string } }): string {
  return createHash('sha256')
    .update((args.input?.email ?? '').trim().toLowerCase())
    .digest('base64url');
}

const fewestLeft = new WeakMap<Context, number>();

/** Where several limits apply, the headers tell the one that is closest. */
function setHeaders(
  ctx: Context,
  field: string,
  state: RateLimiterRes,
  { limit, duration }: { limit: number; duration: number },
): void {
  if (state.remainingPoints > (fewestLeft.get(ctx) ?? Infinity)) return;
  fewestLeft.set(ctx, state.remainingPoints);
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
