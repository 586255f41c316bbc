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
import { rateLimited } from './rate-limited.js';
import { ignoresStaleToken } from './stale-token.js';

export interface RateLimits {
  directives: GraphQLDirective[];
  /** Puts the limits declared by the directives in front of the resolvers. */
  apply: (schema: GraphQLSchema) => GraphQLSchema;
}

/** Counts in Redis, for all processes together; in the memory of this process while Redis is away. */
class SharedRateLimiter extends RateLimiterRedis {
  constructor(options: IRateLimiterStoreOptions) {
    const { points = 1, duration = 1, keyPrefix = '' } = options;
    super({ ...options, insuranceLimiter: new RateLimiterMemory({ points, duration, keyPrefix }) });
  }
}

/** The directive `@rateLimit`. Each use of a field counts, so aliases do not multiply attempts. */
export function createRateLimits(redis: Redis | null): RateLimits {
  const options: RateLimitOptions<Context, IRateLimiterStoreOptions> = {
    keyGenerator: (_limits, _source, _args, ctx, info) => `${info.fieldName}:${clientKey(ctx, info)}`,
    onLimit: ({ msBeforeNext }, { limit, duration }, _source, _args, ctx, { fieldName }) => {
      throw rateLimited(
        ctx,
        msBeforeNext,
        () => `Too many calls of ${fieldName}: ${limit} are allowed in ${inWords(duration)}.`,
      );
    },
    setState: (state, args, _source, _args, ctx, info) => setHeaders(ctx, info.fieldName, state, args),
    ...(redis && {
      limiterClass: SharedRateLimiter,
      limiterOptions: { storeClient: redis },
    }),
  };
  const limits = rateLimitDirective<Context, IRateLimiterStoreOptions>(options);
  return {
    directives: [directiveOf('rateLimit', limits.rateLimitDirectiveTypeDefs)],
    apply: limits.rateLimitDirectiveTransformer,
  };
}

/**
 * The user, else the address. To sign up, to sign in and to refresh, always the address: otherwise each account somebody
 * has would be good for as many attempts again.
 */
function clientKey({ viewer, client }: Context, { parentType, fieldName }: GraphQLResolveInfo): string {
  return viewer && !ignoresStaleToken(parentType, fieldName) ? viewer.userId : addressGroup(client.ip);
}

/** Where several limits apply, the headers tell the one that is closest. */
function setHeaders(
  ctx: Context,
  field: string,
  state: RateLimiterRes,
  { limit, duration }: { limit: number; duration: number },
): void {
  if (state.remainingPoints > ctx.callsLeft) return;
  ctx.callsLeft = state.remainingPoints;
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
