import type { Logger } from './logging.js';

/** Where what happens to a request is told. */
export interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/**
 * The log of one request: each of its lines has the request's id. No child logger of pino, which takes longer to make than
 * many an answer, while most requests write a single line.
 */
export class RequestLog implements Log {
  constructor(
    private readonly log: Logger,
    private readonly requestId: string,
  ) {}

  info(facts: object, message: string): void {
    this.log.info({ requestId: this.requestId, ...facts }, message);
  }

  warn(facts: object, message: string): void {
    this.log.warn({ requestId: this.requestId, ...facts }, message);
  }

  error(facts: object, message: string): void {
    this.log.error({ requestId: this.requestId, ...facts }, message);
  }
}
