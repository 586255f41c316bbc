import type { WebSocket as GraphqlSocket } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { Log } from '../../platform/request-log.js';
import { ENDINGS, type Ending } from './endings.js';

/** A client that does not read; what waits for it takes our memory. */
const MAX_BUFFERED_BYTES = 1024 * 1024;

/** Far more than a client needs that subscribes, completes, and says now and then that it is alive. */
const MAX_MESSAGES = 100;
const MESSAGE_WINDOW_MS = 10_000;

const PING_MS = 12_000;

/** For a client to answer a closing frame. */
const CLOSE_PATIENCE_MS = 2000;

/** A WebSocket with bounds: what a client may send, how far it may lag behind, how long it may be silent. */
export class LiveSocket {
  readonly #ping: NodeJS.Timeout;
  #isAnswering = true;
  #messages = 0;
  #windowEnd = 0;

  constructor(
    private readonly socket: WebSocket,
    private readonly log: Log,
  ) {
    this.#ping = setInterval(() => this.#checkAlive(), PING_MS).unref();
    socket.on('pong', () => {
      this.#isAnswering = true;
    });
    socket.on('ping', () => this.#count());
    socket.on('close', () => clearInterval(this.#ping));
  }

  get isOpen(): boolean {
    return this.socket.readyState === this.socket.OPEN;
  }

  end({ closeCode, reason }: Ending): void {
    if (!this.isOpen) return;
    this.socket.close(closeCode, reason);
    setTimeout(() => this.socket.terminate(), CLOSE_PATIENCE_MS).unref();
  }

  /** Without a word: it would not be read. */
  drop(): void {
    this.log.warn({}, 'live: a client that reads too slowly was dropped');
    this.socket.terminate();
  }

  /** The socket as graphql-ws wants it. */
  forGraphql(): GraphqlSocket {
    return {
      protocol: this.socket.protocol,
      send: (data) => this.#send(data),
      close: (code = ENDINGS.ourMistake.closeCode, reason = '') =>
        this.end({ closeCode: code, reason, errorCode: null }),
      onMessage: (handle) => {
        this.socket.on('message', (data: Buffer) => {
          if (this.#count()) void this.#handle(handle, data.toString());
        });
      },
    };
  }

  async #handle(handle: (message: string) => Promise<void>, message: string): Promise<void> {
    try {
      await handle(message);
    } catch (error) {
      // The way graphql-ws refuses what only servers send.
      const isTheirs = error instanceof Error && error.message.startsWith('Unexpected message of type');
      if (!isTheirs) this.log.error({ err: error }, 'live: a message failed');
      this.end(isTheirs ? ENDINGS.badMessage : ENDINGS.ourMistake);
    }
  }

  /** Resolves when it has left this process, so that whoever sends waits for a slow client. */
  #send(data: string): Promise<void> {
    return new Promise((resolve) => {
      if (!this.isOpen) return resolve();
      // An error means that it is gone; its closing tells the rest.
      this.socket.send(data, () => resolve());
    });
  }

  /** Counts what comes in; false when it is too much. */
  #count(): boolean {
    const now = performance.now();
    if (now > this.#windowEnd) {
      this.#windowEnd = now + MESSAGE_WINDOW_MS;
      this.#messages = 0;
    }
    this.#messages += 1;
    if (this.socket.bufferedAmount > MAX_BUFFERED_BYTES) this.drop();
    else if (this.#messages > MAX_MESSAGES) this.end(ENDINGS.tooManyMessages);
    return this.isOpen;
  }

  #checkAlive(): void {
    if (!this.#isAnswering) return this.socket.terminate();
    this.#isAnswering = false;
    if (this.isOpen) this.socket.ping();
  }
}
