import bcrypt from 'bcrypt';
import pLimit from 'p-limit';
import { ClientError } from '../graphql/errors.js';
import { MAX_PASSWORD_BYTES } from './password-rules.js';

/** One hash takes about 0.3 s of one core; more at once than cores would only starve the rest of the thread pool. */
const CONCURRENT_HASHES = 2;

/** About 15 s of work; whoever comes later is better served by an honest "busy". */
const MAX_WAITING = 100;

/** Hashes and checks passwords with bcrypt, off the event loop and never so many that nothing else gets done. */
export class Passwords {
  readonly #limit = pLimit(CONCURRENT_HASHES);
  readonly #nobody: Promise<string>;

  constructor(private readonly cost: number) {
    this.#nobody = bcrypt.hash('the password of nobody', cost);
  }

  hash(password: string): Promise<string> {
    return this.#queued(() => bcrypt.hash(password, this.cost));
  }

  /** With no hash (unknown user, or one without a password) it takes the same time and says no. */
  async matches(password: string, hash: string | null | undefined): Promise<boolean> {
    const known = hash ?? (await this.#nobody);
    const equal = await this.#queued(() => bcrypt.compare(password, known));
    // bcrypt would take anything that only begins with a password of the greatest length.
    return equal && hash != null && Buffer.byteLength(password) <= MAX_PASSWORD_BYTES;
  }

  #queued<T>(work: () => Promise<T>): Promise<T> {
    if (this.#limit.pendingCount >= MAX_WAITING) {
      throw new ClientError('SERVICE_BUSY', 'Too many sign-ins at this moment. Try again in a few seconds.', {
        retryAfterSeconds: 5,
        http: { status: 503 },
      });
    }
    return this.#limit(work);
  }
}
