import { describe } from '@jest/globals';

/** The Redis of this test run; '' where there is none. */
export const redisUrl = process.env['TEST_REDIS_URL'] ?? '';

/** Skipped where there is no Redis; the set-up of the tests says so, once and in clear words. */
export const describeWithRedis = redisUrl === '' ? describe.skip : describe;
