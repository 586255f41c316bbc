import {
  getOperationAST,
  getVariableValues,
  GraphQLError,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { checkAnswerSize } from '../answer-size.js';
import { problemInVariables } from '../check-variables.plugin.js';
import { documentRules, MAX_ERRORS, MAX_TOKENS } from '../document-limits.js';
import { problemWithNulls } from '../null-variables.js';

/** Of a request or message with a subscription, which is a few lines of text. */
export const MAX_REQUEST_BYTES = 64 * 1024;

export interface SubscriptionRequest {
  query: string;
  operationName?: string | null | undefined;
  variables?: Record<string, unknown> | null | undefined;
}

type Prepared = Pick<ExecutionArgs, 'schema' | 'document' | 'operationName' | 'variableValues'>;

/**
 * Does for a subscription what Apollo Server and its plugins do for queries and mutations: the same limits, rules and
 * codes. Apollo knows of no subscriptions.
 *
 * @throws GraphQLErrors
 */
export function prepareSubscription(schema: GraphQLSchema, request: SubscriptionRequest): Prepared {
  const { query, variables, operationName } = request;
  const document = parsed(query);
  const mistakes = validate(schema, document, [...specifiedRules, ...documentRules], {
    maxErrors: MAX_ERRORS,
  });
  if (mistakes.length > 0) throw new GraphQLErrors(mistakes, 'GRAPHQL_VALIDATION_FAILED');
  const operation = getOperationAST(document, operationName);
  if (!operation)
    throw refused('Name one of the operations in the document.', 'OPERATION_RESOLUTION_FAILURE');
  if (operation.operation !== OperationTypeNode.SUBSCRIPTION) {
    throw refused(`Only subscriptions are served here: send a ${operation.operation} to /graphql by HTTP.`);
  }
  checkVariables(schema, document, operation, variables ?? {});
  checkSize(schema, document, request);
  return { schema, document, operationName: operationName ?? null, variableValues: variables ?? {} };
}

/** Several mistakes at once. */
export class GraphQLErrors extends Error {
  readonly errors: readonly GraphQLError[];

  /** @param code of those that bring none */
  constructor(errors: readonly GraphQLError[], code: string) {
    super('a document with mistakes');
    this.errors = errors.map((error) => withCode(error, code));
  }
}

function withCode(error: GraphQLError, code: string): GraphQLError {
  const { message, nodes, source, positions, path, originalError, extensions } = error;
  const details = { nodes, source, positions, path, originalError, extensions: { code, ...extensions } };
  return new GraphQLError(message, details);
}

export function refused(message: string, code = 'BAD_REQUEST'): GraphQLErrors {
  return new GraphQLErrors([new GraphQLError(message)], code);
}

function parsed(query: string): DocumentNode {
  try {
    return parse(query, { maxTokens: MAX_TOKENS });
  } catch (error) {
    if (error instanceof GraphQLError) throw new GraphQLErrors([error], 'GRAPHQL_PARSE_FAILED');
    throw error;
  }
}

function checkVariables(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): void {
  const problem = problemInVariables(variables) ?? problemWithNulls(schema, document, operation, variables);
  if (problem !== null) throw refused(problem, 'BAD_USER_INPUT');
  const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, {
    maxErrors: MAX_ERRORS,
  });
  if (errors) throw new GraphQLErrors(errors, 'BAD_USER_INPUT');
}

function checkSize(schema: GraphQLSchema, document: DocumentNode, request: SubscriptionRequest): void {
  try {
    checkAnswerSize(schema, document, request.variables ?? {}, request.operationName ?? undefined);
  } catch (error) {
    if (error instanceof GraphQLError) throw new GraphQLErrors([error], 'GRAPHQL_VALIDATION_FAILED');
    throw error;
  }
}
