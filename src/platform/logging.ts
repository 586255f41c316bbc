import { pino, type Logger } from 'pino';
import { loggableError } from './loggable-error.js';
import { pretty } from './pretty-log.js';

export type { Logger };

/** E-mail addresses and tokens have no business in a log, whatever object carries them. */
const SECRET_PATHS = [
  'password',
  'email',
  'accessToken',
  'refreshToken',
  'token',
  'authorization',
  'cookie',
].flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

/** How what is logged becomes JSON. */
export const serializers = { err: loggableError };

/** JSON lines on standard output; readable text when that is a terminal. */
export function createLogger(level: string): Logger {
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: SECRET_PATHS, censor: '[redacted]' },
    },
    process.stdout.isTTY ? pretty() : pino.destination({ fd: 1, sync: false }),
  );
}
