/** What the log keeps of an error. */
export interface LoggableError {
  type: string;
  message: string;
  /** Where it was thrown, without the message. */
  stack: string;
  /** Of the driver: the kind of failure, and what it was about. */
  code?: unknown;
  constraint?: unknown;
  table?: unknown;
  cause?: LoggableError;
}

/** PostgreSQL quotes whole rows in it, e-mail addresses and password hashes included; MikroORM adds it to messages. */
const DETAIL = /\n - detail: .*/s;

/** Picks what helps to mend an error; everything else it carries stays out of the log. */
export function loggableError(error: unknown): unknown {
  return error instanceof Error ? pick(error) : error;
}

function pick(error: Error): LoggableError {
  const { code, constraint, table } = error as Error & Partial<LoggableError>;
  return {
    type: error.constructor.name,
    message: error.message.replace(DETAIL, ''),
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => line.startsWith('    at '))
      .join('\n'),
    ...(code !== undefined && { code }),
    ...(constraint !== undefined && { constraint }),
    ...(table !== undefined && { table }),
    ...(error.cause instanceof Error && { cause: pick(error.cause) }),
  };
}
