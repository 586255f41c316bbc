import type { ApolloServerPlugin } from '@apollo/server';
import { ClientError } from '../graphql/errors.js';
import { NUL_MESSAGE } from './document-limits.js';
import { problemWithNulls } from './null-variables.js';
import type { RequestContext } from './request-context.js';

/** What the parser and the validation rules check in a document, checked in its variables. */
export const checkVariables: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, document, operation, request: { variables = {} } }) => {
      const problem =
        problemInVariables(variables) ??
        (operation ? problemWithNulls(schema, document, operation, variables) : null);
      if (problem !== null) throw new ClientError('BAD_USER_INPUT', problem, { http: { status: 400 } });
    },
  }),
};

/** Walks with a list, not by recursion: JSON may be nested far deeper than the stack goes. */
export function problemInVariables(variables: unknown): string | null {
  const values: unknown[] = [variables];
  while (values.length > 0) {
    const value = values.pop();
    if (typeof value === 'string') {
      if (value.includes('\0')) return NUL_MESSAGE;
      // Half a surrogate pair has no UTF-8 form: it would be stored as another character than the one sent.
      if (!value.isWellFormed()) return 'Texts must be well-formed Unicode.';
    } else if (typeof value === 'number') {
      // So JSON.parse reads 1e400. It has no JSON form of its own, and would be taken for null.
      if (!Number.isFinite(value)) return 'Numbers must not be larger than a double holds.';
    } else if (typeof value === 'object' && value !== null) {
      for (const inner of Object.values(value)) values.push(inner);
    }
  }
  return null;
}
