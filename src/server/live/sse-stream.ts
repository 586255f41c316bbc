import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import type { Ending } from './endings.js';
import type { LiveResult } from './run-subscription.js';

/** Proxies close what is silent for long; a comment is no event. */
const SIGN_OF_LIFE = ':\n\n';
const SIGN_OF_LIFE_MS = 12_000;

/** For a client to take what it was sent last. */
const END_PATIENCE_MS = 2000;

/** The body of an answer that goes on: events of the protocol graphql-sse. */
export class SseStream {
  readonly body = new PassThrough();
  readonly #closed = new AbortController();
  readonly #timer: NodeJS.Timeout;

  constructor() {
    // Sends the headers.
    this.body.write(SIGN_OF_LIFE);
    this.#timer = setInterval(() => this.#checkAlive(), SIGN_OF_LIFE_MS).unref();
    this.body.once('close', () => {
      clearInterval(this.#timer);
      this.#closed.abort();
    });
  }

  /** Aborted once nobody reads it any more. */
  get closed(): AbortSignal {
    return this.#closed.signal;
  }

  /** Sends results as they come, no faster than the client takes them. */
  async send(results: AsyncGenerator<LiveResult, void>): Promise<void> {
    const stop = (): void => void results.return();
    if (this.closed.aborted) stop();
    else this.closed.addEventListener('abort', stop, { once: true });
    for await (const result of results) {
      if (this.closed.aborted) return;
      if (!this.#write('next', result)) await once(this.body, 'drain', { signal: this.closed }).catch(stop);
    }
    if (!this.closed.aborted) this.#complete();
  }

  sendOnly(result: LiveResult): void {
    if (this.closed.aborted) return;
    this.#write('next', result);
    this.#complete();
  }

  /**
   * A client that made a mistake gets its error and is told that this is all. One that did not sees the stream break
   * off, and connects again by itself.
   */
  end({ reason, errorCode }: Ending): void {
    if (this.closed.aborted) return;
    if (errorCode === null) this.body.end();
    else this.sendOnly({ errors: [{ message: `${reason}.`, extensions: { code: errorCode } }] });
    this.#closed.abort();
    setTimeout(() => this.drop(), END_PATIENCE_MS).unref();
  }

  drop(): void {
    this.body.destroy();
  }

  #complete(): void {
    this.body.end(event('complete', null));
  }

  #write(name: string, result: LiveResult): boolean {
    return this.body.write(event(name, result));
  }

  /** What was written at the last sign of life has not been taken yet: the client is gone, or does not read. */
  #checkAlive(): void {
    if (this.body.writableNeedDrain) this.drop();
    else if (!this.body.writableEnded) this.body.write(SIGN_OF_LIFE);
  }
}

function event(name: string, result: LiveResult | null): string {
  return `event: ${name}\ndata: ${result ? JSON.stringify(result) : ''}\n\n`;
}
