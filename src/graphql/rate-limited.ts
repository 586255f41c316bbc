import type { Context } from './context.js';
import { ClientError } from './errors.js';

/** The refusal of one call too many, which tells in body and headers when to come back. */
export function rateLimited(
  ctx: Context,
  milliseconds: number,
  message: (seconds: number) => string,
): ClientError {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  ctx.responseHeaders.set('retry-after', String(seconds));
  return new ClientError('RATE_LIMITED', message(seconds), {
    retryAfterSeconds: seconds,
    http: { status: 429 },
  });
}
