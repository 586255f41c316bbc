import { setTimeout } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { PublicCache } from '../../../src/platform/cache.js';
import { TestClock } from '../../support/test-clock.js';
import { until } from '../../support/until.js';

const AGE = { fresh: 10_000, usable: 60_000 };

interface Answer {
  number: number;
}

describe('an answer in the public cache', () => {
  let clock: TestClock;
  let cache: PublicCache;
  let made: number;
  let make: () => Promise<Answer>;
  beforeEach(() => {
    clock = new TestClock();
    cache = new PublicCache(clock);
    made = 0;
    make = async () => ({ number: (made += 1) });
  });

  const ask = async (): Promise<number> => (await cache.get('key', AGE, () => make())).number;

  it('is made once for however many ask at once, and for those who ask while it is fresh', async () => {
    expect(await Promise.all(Array.from({ length: 50 }, ask))).toEqual(Array(50).fill(1));
    clock.advance(AGE.fresh / 2);
    expect(await ask()).toBe(1);
  });

  it('is given out a little longer, while one new one is made', async () => {
    await ask();
    clock.advance(AGE.fresh + 1000);
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1]);
    await until('the new answer', async () => (await ask()) === 2);
    expect(made).toBe(2);
  });

  it('is not given out when it is too old', async () => {
    await ask();
    clock.advance(AGE.usable + 1000);
    expect(await Promise.all([ask(), ask()])).toEqual([2, 2]);
  });

  it('serves on, at any age, when no new one can be made', async () => {
    await ask();
    const failure = async (): Promise<never> => {
      made += 1;
      throw new Error('no database');
    };
    make = failure;
    clock.advance(AGE.usable + 1000);
    expect(await ask()).toBe(1);
    expect(made).toBe(2);
  });

  it('is given to whoever asked, even if others have taken its place by the time it is made', async () => {
    const questions = Array.from({ length: 2500 }, (_, number) => number);
    const answers = await Promise.all(
      questions.map((number) =>
        cache.get(`key ${number}`, AGE, async () => {
          await setTimeout(number % 7);
          return { number };
        }),
      ),
    );
    expect(answers.map(({ number }) => number)).toEqual(questions);
  });

  it('is none when the first one cannot be made: the next who asks tries again', async () => {
    const works = make;
    make = async () => {
      throw new Error('no database');
    };
    await expect(ask()).rejects.toThrow('no database');
    make = works;
    expect(await ask()).toBe(1);
  });

  it('is its own key’s alone', async () => {
    await ask();
    expect(await cache.get('another key', AGE, make)).toEqual({ number: 2 });
    expect(await ask()).toBe(1);
  });

  it('is made anew for whoever asks after what it is made of has changed', async () => {
    const askTagged = async (): Promise<number> =>
      (await cache.get('key', AGE, () => make(), { tags: ['Job', 'Company'] })).number;
    await askTagged();
    cache.forget(['Candidate']);
    expect(await askTagged()).toBe(1);
    cache.forget(['Company']);
    expect(await Promise.all([askTagged(), askTagged()])).toEqual([2, 2]);
  });

  it('is not given to whoever asks after a change when it was begun before', async () => {
    const { promise: read, resolve: endReading } = Promise.withResolvers<Answer>();
    const before = cache.get('key', AGE, () => read, { tags: ['Job'] });
    cache.forget(['Job']);
    const after = cache.get('key', AGE, async () => ({ number: 2 }), { tags: ['Job'] });
    endReading({ number: 1 });
    expect(await Promise.all([before, after])).toEqual([{ number: 1 }, { number: 2 }]);
    expect(await cache.get('key', AGE, make, { tags: ['Job'] })).toEqual({ number: 2 });
  });

  it('gives way to others when together they weigh too much', async () => {
    await ask();
    const heavy = () => cache.get('heavy', AGE, async () => ({ number: 0 }), { weigh: () => 20_000 });
    await heavy();
    expect(await ask()).toBe(2);
  });
});
