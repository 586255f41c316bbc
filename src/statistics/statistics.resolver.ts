import { Arg, Ctx, Directive, Int, Query, Resolver } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { badInput } from '../graphql/errors.js';
import type { PublicCache } from '../platform/cache.js';
import { MINUTE } from '../platform/clock.js';
import { marketStatistics } from './market-statistics.js';
import { publicStatistics } from './public-statistics.js';
import { countRecentJobs } from './recent-jobs.js';
import { MarketStatistics, PublicStatistics } from './statistics.type.js';

/** At most a minute old, and nobody waits for a count that somebody else asked for within that minute. */
const AGE = { fresh: MINUTE / 2, usable: MINUTE };

const MAX_DAYS = 365;

@Resolver()
export class StatisticsResolver {
  constructor(private readonly cache: PublicCache) {}

  @Query(() => MarketStatistics, {
    nullable: true,
    description: 'The public jobs by country, type, location type and industry.',
  })
  @Directive('@rateLimit(limit: 30, duration: 60)')
  marketStatistics(@Ctx() { db, clock }: Context): Promise<MarketStatistics> {
    return this.cache.get('market statistics', AGE, () => marketStatistics(db, clock.now()));
  }

  @Query(() => PublicStatistics, {
    nullable: true,
    description: 'How many candidates, companies, public jobs and applications there are.',
  })
  @Directive('@rateLimit(limit: 30, duration: 60)')
  publicStatistics(@Ctx() { db, clock }: Context): Promise<PublicStatistics> {
    return this.cache.get('public statistics', AGE, () => publicStatistics(db, clock.now()));
  }

  @Query(() => Int, {
    nullable: true,
    description: 'How many public jobs were posted lately. May be a minute old.',
  })
  @Directive('@rateLimit(limit: 30, duration: 60)')
  async recentJobsCount(
    @Ctx() { db, clock }: Context,
    @Arg('days', () => Int, { defaultValue: 7, description: 'Within how many days: 1 to 365.' }) days: number,
  ): Promise<number> {
    if (days < 1 || days > MAX_DAYS) throw badInput(`\`days\` must be from 1 to ${MAX_DAYS}.`);
    const answer = await this.cache.get(`recent jobs ${days}`, AGE, () =>
      countRecentJobs(db, days, clock.now()),
    );
    return answer.count;
  }
}
