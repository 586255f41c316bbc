import type { Context } from '../../graphql/context.js';
import { ClientError } from '../../graphql/errors.js';

const RETRY_AFTER_SECONDS = 10;

/** A provider did not answer, or not with what it should: nobody's mistake who calls, and worth another try. */
export class ProviderUnreachable extends Error {
  constructor(
    readonly provider: string,
    cause: unknown,
  ) {
    super(`the provider ${provider} cannot be reached`, { cause });
    this.name = 'ProviderUnreachable';
  }
}

/** Does what needs a provider. When that cannot be reached the client learns that it may try again, and the log why. */
export async function askingProvider<T>(ctx: Context, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof ProviderUnreachable)) throw error;
    ctx.log.warn({ provider: error.provider, err: error.cause }, 'a provider cannot be reached');
    throw new ClientError(
      'PROVIDER_UNAVAILABLE',
      `The provider ${error.provider} cannot be reached at this moment. Try again in a few seconds.`,
      { retryAfterSeconds: RETRY_AFTER_SECONDS, http: { status: 503 } },
    );
  }
}
