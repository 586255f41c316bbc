import { createHmac } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { Context } from '../graphql/context.js';
import { rateLimited } from '../graphql/rate-limited.js';
import { addressGroup } from '../platform/network.js';
import { SharedCounter, type Taken } from '../platform/shared-counter.js';
import type { SigningKeys } from './signing-keys.js';

const MINUTES_15 = 900;
const A_DAY = 86_400;

/** Of one account from all addresses that are strange to it, however many somebody has. */
const STRANGE_FAILURES = 5;

/** People mistype: so many failures of one account from one address cost no waiting. */
const FREE_FAILURES = 2;
const FIRST_DELAY = 10;

/** Nobody waits longer than for the limits of strange addresses. */
const LONGEST_DELAY = MINUTES_15;

/** The account a password is tried for, known or not. */
export interface Target {
  /** How the database writes its address; kept only as a keyed digest. */
  email: string;
  /** The user has had a session at the address of this request before. */
  isUsualAddress: boolean;
}

/**
 * Stands before each check of a password in signing in, and makes guessing slow without ever locking the owner out.
 *
 * - Somebody guesses from one address: from the third failure on, each doubles the wait of this account and address.
 * - Somebody guesses from many: all addresses strange to the account have five failures in 15 minutes together.
 * - The owner signs in meanwhile, where they always do: their address is not strange, and only its own failures count.
 *
 * A point is taken before the password is checked, so parallel guesses gain nothing; the right password gives it back.
 */
export class SignInGuard {
  readonly #strangeFailures: SharedCounter;
  /** Of an account from one address group. */
  readonly #failures: SharedCounter;
  readonly #delays: SharedCounter;

  constructor(
    redis: Redis | null,
    private readonly keys: SigningKeys,
  ) {
    const counter = (keyPrefix: string, points: number, seconds: number) =>
      new SharedCounter(redis, { keyPrefix, points, seconds });
    this.#strangeFailures = counter('signInStrangeFailures', STRANGE_FAILURES, MINUTES_15);
    this.#failures = counter('signInFailures', Number.MAX_SAFE_INTEGER, A_DAY);
    this.#delays = counter('signInDelay', 1, LONGEST_DELAY);
  }

  /**
   * Runs a check of a password, counted as a failure unless it finds the password right or cannot be made.
   * @throws ClientError RATE_LIMITED without running it.
   */
  async check(ctx: Context, target: Target, isRight: () => Promise<boolean>): Promise<boolean> {
    const account = this.#digest(target.email);
    const pair = `${account}:${addressGroup(ctx.client.ip)}`;
    const taken = await this.#admit(ctx, account, pair, target.isUsualAddress);
    try {
      const isRightPassword = await isRight();
      if (isRightPassword) await Promise.all([taken.strange?.giveBack(), this.#forget(pair)]);
      return isRightPassword;
    } catch (error) {
      await giveBackAll([taken.strange, taken.failure, taken.delay]);
      throw error;
    }
  }

  async #admit(ctx: Context, account: string, pair: string, isUsualAddress: boolean): Promise<Admission> {
    const msDelayed = await this.#delays.msBlocked(pair);
    if (msDelayed > 0) throw tooManyFailures(ctx, msDelayed);

    const strange = isUsualAddress ? null : await this.#strangeFailures.take(account);
    if (strange && !strange.isAllowed) {
      await strange.giveBack();
      throw tooManyFailures(ctx, strange.msLeft);
    }
    const failure = await this.#failures.take(pair);
    const seconds = delayAfter(failure.count);
    const delay = seconds === 0 ? null : await this.#delays.take(pair, seconds);
    if (delay && !delay.isAllowed) {
      await giveBackAll([strange, failure]);
      throw tooManyFailures(ctx, delay.msLeft);
    }
    return { strange, failure, delay };
  }

  /** Keyed, so that whoever reads Redis cannot even try addresses out. */
  #digest(email: string): string {
    return createHmac('sha256', this.keys.current.accountDigests).update(email).digest('base64url');
  }

  async #forget(pair: string): Promise<void> {
    await Promise.all([this.#failures.clear(pair), this.#delays.clear(pair)]);
  }
}

/** What an attempt has taken before its password is checked. */
interface Admission {
  strange: Taken | null;
  failure: Taken;
  delay: Taken | null;
}

/** Seconds to wait after so many failures: 10, 20, 40 … from the third on. */
function delayAfter(failures: number): number {
  return failures <= FREE_FAILURES
    ? 0
    : Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** (failures - FREE_FAILURES - 1));
}

async function giveBackAll(taken: (Taken | null)[]): Promise<void> {
  await Promise.all(taken.map(async (one) => one?.giveBack()));
}

/** Alike for every reason and every account, known or not. */
function tooManyFailures(ctx: Context, milliseconds: number): Error {
  const error = rateLimited(
    ctx,
    milliseconds,
    (seconds) => `Too many failed attempts to sign in to this account: try again in ${inWords(seconds)}.`,
  );
  const seconds = ctx.responseHeaders.get('retry-after');
  ctx.responseHeaders.set('ratelimit-policy', `"signIn account";q=${STRANGE_FAILURES};w=${MINUTES_15}`);
  ctx.responseHeaders.set('ratelimit', `"signIn account";r=0;t=${seconds}`);
  return error;
}

function inWords(seconds: number): string {
  return seconds === 1 ? 'a second' : `${seconds} seconds`;
}
