import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { Redis } from 'ioredis';
import { applicant, clientAt, SIGN_UP, type SessionAnswer } from '../support/accounts.js';
import { startApiProcess, type ApiProcess } from '../support/api-process.js';
import { freshAddress } from '../support/fresh-address.js';
import { guess, tally, WRONG_PASSWORD } from '../support/guess.js';
import { PASSWORD } from '../support/people.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { TEST_SECRET } from '../support/test-server.js';
import { describeWithRedis, redisUrl } from '../support/with-redis.js';

interface Server {
  process: ApiProcess;
  url: string;
}

async function start(databaseUrl: string): Promise<Server> {
  const process = startApiProcess({
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    AUTH_SECRET: TEST_SECRET,
    TRUSTED_PROXIES: '127.0.0.1',
    PASSWORD_HASH_COST: '4',
    PORT: '0',
  });
  await process.says('Stop with Ctrl-C');
  return { process, url: /ready at (\S+)\/graphql/.exec(process.output())?.[1] ?? '' };
}

describeWithRedis('two processes and one Redis', () => {
  let database: TestDatabase;
  let one: Server;
  let other: Server;
  let redis: Redis;
  beforeAll(async () => {
    database = await createTestDatabase();
    [one, other] = await Promise.all([start(database.url), start(database.url)]);
    redis = new Redis(redisUrl);
  }, 60_000);
  afterAll(async () => {
    redis.disconnect();
    for (const { process } of [one, other]) process.child.kill('SIGTERM');
    expect(await Promise.all([one, other].map(({ process }) => process.ended))).toEqual([0, 0]);
    await database.drop();
  }, 30_000);

  /** An address nobody else in this Redis has. */
  const freshEmail = () => `${freshAddress().replaceAll(/:+/g, '.')}@example.org`;
  const either = (index: number) => (index % 2 ? one : other);
  const networkOf = (address: string) =>
    address
      .split(':')
      .slice(0, 4)
      .map((group) => group.replace(/^0+(?=.)/, ''))
      .join(':');

  async function ownerAt(home: string): Promise<string> {
    const email = freshEmail();
    const { signUp } = await clientAt(one, home).data<{ signUp: SessionAnswer }>(SIGN_UP, {
      input: applicant({ email }),
    });
    expect(signUp.userErrors).toEqual([]);
    return email;
  }

  it('let exactly five of 40 guesses from 40 addresses through, and the owner at home', async () => {
    const home = freshAddress();
    const email = await ownerAt(home);
    const guesses = Array.from({ length: 40 }, (_, index) => guess(either(index), email, WRONG_PASSWORD));
    expect(await tally(guesses)).toEqual({ wrong: 5, limited: 35 });
    expect((await guess(one, email, PASSWORD)).outcome).toBe('limited');
    expect((await guess(other, email, PASSWORD, home)).outcome).toBe('signed in');
  });

  it('give the point of a right password back, whichever checked it', async () => {
    const email = await ownerAt(freshAddress());
    for (let index = 0; index < 8; index++) {
      expect((await guess(either(index), email, PASSWORD)).outcome).toBe('signed in');
    }
    const guesses = Array.from({ length: 20 }, (_, index) => guess(either(index), email, WRONG_PASSWORD));
    expect(await tally(guesses)).toEqual({ wrong: 5, limited: 15 });
  });

  it('make the same address wait, twice as long after each failure, until 15 minutes', async () => {
    const home = freshAddress();
    const email = await ownerAt(home);
    const network = networkOf(home);
    /** As if the time had passed; the limit of the address itself starts anew as well. */
    const afterWaiting = async () => {
      for (const key of await redis.keys(`*:${network}::/64*`)) {
        if (/^(signInDelay|rateLimit):/.test(key)) await redis.del(key);
      }
    };
    const waits: number[] = [];
    for (let failure = 1; failure <= 11; failure++) {
      expect((await guess(either(failure), email, WRONG_PASSWORD, home)).outcome).toBe('wrong');
      const { outcome, headers } = await guess(either(failure + 1), email, WRONG_PASSWORD, home);
      waits.push(outcome === 'limited' ? Number(headers.get('retry-after')) : 0);
      if (outcome === 'wrong') failure += 1;
      await afterWaiting();
    }
    const due = [0, 10, 20, 40, 80, 160, 320, 640, 900, 900];
    expect(waits).toHaveLength(due.length);
    for (const [index, wait] of waits.entries()) {
      expect(wait).toBeLessThanOrEqual(due[index] ?? 0);
      expect(wait).toBeGreaterThanOrEqual((due[index] ?? 0) - (due[index] ? 6 : 0));
    }
    expect((await guess(one, email, PASSWORD, home)).outcome).toBe('signed in');
    expect(await redis.keys(`signIn*:${network}::/64*`)).toEqual([]);
  }, 60_000);

  it('forget failures of strangers after 15 minutes, and those of an address after a day', async () => {
    const address = freshAddress();
    await guess(one, freshEmail(), WRONG_PASSWORD, address);
    const [ofAddress = '', ...others] = await redis.keys(`signIn*:${networkOf(address)}::/64`);
    expect(others).toEqual([]);
    const [kind, account] = ofAddress.split(':');
    expect(kind).toBe('signInFailures');
    const seconds = [await redis.ttl(ofAddress), await redis.ttl(`signInStrangeFailures:${account}`)];
    for (const [index, expected] of [86_400, 900].entries()) {
      expect(seconds[index]).toBeGreaterThan(expected - 20);
      expect(seconds[index]).toBeLessThanOrEqual(expected);
    }
  });

  it('keep no e-mail address in Redis, nor a digest one could try addresses on', async () => {
    const email = freshEmail();
    await guess(one, email, WRONG_PASSWORD);
    const all = (await redis.keys('*')).join('\n').toLowerCase();
    expect(all).toContain('signinstrangefailures:');
    expect(all).not.toContain(email);
    for (const encoding of ['hex', 'base64url'] as const) {
      const digest = createHash('sha256').update(email).digest(encoding);
      expect(all).not.toContain(digest.toLowerCase());
    }
  });
});
