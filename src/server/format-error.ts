import type { GraphQLFormattedError } from 'graphql';

const SUGGESTION = / Did you mean .+\?$/;

/**
 * What a client learns of an error. Errors with a code of their own say what the client did wrong; anything else is
 * ours, and its message (SQL, paths, names of things) stays in the log.
 */
export function formatError(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const { code = 'INTERNAL_SERVER_ERROR', retryAfterSeconds } = formatted.extensions ?? {};
  if (code !== 'INTERNAL_SERVER_ERROR') {
    return {
      ...formatted,
      // Apollo hides suggestions of names in the mistakes of documents, but not in those of variables.
      message: formatted.message.replace(SUGGESTION, ''),
      extensions: { code, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) },
    };
  }
  return {
    ...formatted,
    message: 'Something went wrong on our side. If it persists, report the request id.',
    extensions: { code },
  };
}
