import { describe, expect, it } from '@jest/globals';
import { Passwords } from '../../src/auth/passwords.js';
import { PASSWORD } from '../support/people.js';

/** How each of many checks sent at once came out. */
async function burst(passwords: Passwords, size: number): Promise<string[]> {
  const results = await Promise.allSettled(
    Array.from({ length: size }, () => passwords.matches(PASSWORD, null)),
  );
  return results.map((result) =>
    result.status === 'fulfilled' ? `${result.value}` : `${result.reason.extensions?.code}`,
  );
}

describe('the queue of passwords to hash', () => {
  it('takes a hundred and says honestly that it is busy to the rest', async () => {
    const outcomes = await burst(new Passwords(4), 150);
    const busy = outcomes.filter((outcome) => outcome === 'SERVICE_BUSY').length;
    expect(outcomes.filter((outcome) => outcome === 'false')).toHaveLength(150 - busy);
    expect(busy).toBeGreaterThanOrEqual(40);
    expect(busy).toBeLessThanOrEqual(50);
  });

  it('leaves the event loop to everybody else meanwhile', async () => {
    let turns = 0;
    const counting = setInterval(() => (turns += 1), 1);
    await new Passwords(10).hash(PASSWORD);
    clearInterval(counting);
    // Hashed on the event loop, it would be done before the first of them.
    expect(turns).toBeGreaterThan(5);
  });

  it('is open again once it has worked through', async () => {
    const passwords = new Passwords(4);
    await burst(passwords, 150);
    expect(await passwords.matches(PASSWORD, await passwords.hash(PASSWORD))).toBe(true);
    expect(new Set(await burst(passwords, 50))).toEqual(new Set(['false']));
  });

  it('tells a client with 503 when to come again', async () => {
    const passwords = new Passwords(4);
    const results = await Promise.allSettled(Array.from({ length: 150 }, () => passwords.matches('x', null)));
    const refused = results.find((result) => result.status === 'rejected');
    expect(refused?.reason).toMatchObject({
      extensions: { code: 'SERVICE_BUSY', retryAfterSeconds: 5, http: { status: 503 } },
    });
  });
});
