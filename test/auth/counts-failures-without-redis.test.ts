import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { applicant, clientAt, SIGN_UP } from '../support/accounts.js';
import { startRedis, type TestRedis } from '../support/find-redis.js';
import { freshAddress } from '../support/fresh-address.js';
import { guess, tally, WRONG_PASSWORD, type Guess } from '../support/guess.js';
import { PASSWORD } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

// A Redis of its own, because it is taken away. Where only one of somebody else's is there, there is none to take.
const probe = await startRedis();
await probe?.stop();

(probe ? describe : describe.skip)('failed sign-ins when Redis', () => {
  let redis: TestRedis;
  let server: TestServer;
  let email: string;
  const home = freshAddress();
  beforeEach(async () => {
    const started = await startRedis();
    if (!started) throw new Error('redis-server does not start any more');
    redis = started;
    server = await startTestServer({ env: { REDIS_URL: redis.url } });
    const input = applicant();
    await clientAt(server, home).data(SIGN_UP, { input });
    email = input.email;
  });
  afterEach(async () => {
    await server.stop();
    await redis.stop();
  });

  const attack = (size: number): Promise<Guess>[] =>
    Array.from({ length: size }, () => guess(server, email, WRONG_PASSWORD));

  it('dies are counted on in memory, exactly, and the owner is let in', async () => {
    expect(await tally(attack(8))).toEqual({ wrong: 5, limited: 3 });
    await redis.stop();
    expect(await tally(attack(20))).toEqual({ wrong: 5, limited: 15 });
    expect((await guess(server, email, PASSWORD)).outcome).toBe('limited');
    expect((await guess(server, email, PASSWORD, home)).outcome).toBe('signed in');
    const address = freshAddress();
    for (let count = 0; count < 3; count++) {
      expect((await guess(server, 'nobody@example.org', WRONG_PASSWORD, address)).outcome).toBe('wrong');
    }
    const { outcome, headers } = await guess(server, 'nobody@example.org', WRONG_PASSWORD, address);
    expect(outcome).toBe('limited');
    expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(10);
  });

  it('dies while 40 are on their way are all answered, and no more let through than both counts allow', async () => {
    const [counts] = await Promise.all([tally(attack(40)), redis.stop()]);
    const { wrong = 0, limited = 0 } = counts;
    expect(wrong + limited).toBe(40);
    expect(wrong).toBeGreaterThanOrEqual(5);
    expect(wrong).toBeLessThanOrEqual(10);
    expect(await tally(attack(20))).toEqual({ limited: 20 });
  });

  it('hangs are counted on in memory within seconds', async () => {
    const control = new Redis(redis.url);
    await control.call('CLIENT', 'PAUSE', '60000', 'ALL');
    control.disconnect();
    const start = performance.now();
    expect((await guess(server, email, PASSWORD, home)).outcome).toBe('signed in');
    expect(performance.now() - start).toBeLessThan(6000);
  });
});
