import type { ApolloServerPlugin } from '@apollo/server';
import { ClientError } from '../graphql/errors.js';
import { NUL_MESSAGE } from './document-limits.js';
import type { RequestContext } from './request-context.js';

/** What the validation rules check in a document, checked in its variables. */
export const checkVariables: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ request }) => {
      if (containsNul(request.variables))
        throw new ClientError('BAD_USER_INPUT', NUL_MESSAGE, { http: { status: 400 } });
    },
  }),
};

function containsNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0');
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some(containsNul);
}
