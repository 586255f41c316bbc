import {
  BREAK,
  execute,
  getVariableValues,
  GraphQLError,
  Kind,
  OperationTypeNode,
  visit,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import type { Execution, Executor } from './executor.js';

type Variables = Record<string, unknown>;

/** Compiling takes some milliseconds of everybody's time, so a document has to come back to be worth it. */
const COMPILED_FROM_USE = 3;

/** Of the documents a few hundred clients send; what is forgotten is compiled again. */
const MAX_COMPILED = 500;

/**
 * Executes queries that come again and again by code compiled for them (graphql-jit), in half the time it takes to walk
 * their documents; the answers are the same.
 */
export function compiledQueries(schema: GraphQLSchema): Executor {
  const executor = new CompilingExecutor(schema);
  return (execution) => executor.execute(execution);
}

class CompilingExecutor {
  readonly #uses = new WeakMap<DocumentNode, number>();
  readonly #compiled = new LRUCache<DocumentNode, CompiledQuery>({ max: MAX_COMPILED });

  constructor(private readonly schema: GraphQLSchema) {}

  async execute({
    document,
    context: contextValue,
    operationName,
    variables: variableValues,
  }: Execution): Promise<ExecutionResult> {
    const query = this.#compiledFor(document);
    if (!query)
      return execute({ schema: this.schema, document, contextValue, operationName, variableValues });
    const mistakes = this.#mistakesIn(variableValues, document);
    if (mistakes) return { errors: mistakes };
    return likeGraphqlJs(await query.query(undefined, contextValue, variableValues));
  }

  #compiledFor(document: DocumentNode): CompiledQuery | undefined {
    const known = this.#compiled.get(document);
    if (known) return known;
    const uses = (this.#uses.get(document) ?? 0) + 1;
    if (uses < COMPILED_FROM_USE) {
      this.#uses.set(document, uses);
      return undefined;
    }
    if (!isCompilable(document)) return undefined;
    const compiled = compileQuery(this.schema, document);
    if (!isCompiledQuery(compiled)) return undefined;
    this.#compiled.set(document, compiled);
    return compiled;
  }

  /** Compiled code would word them in another way. */
  #mistakesIn(variables: Variables, { definitions }: DocumentNode): readonly GraphQLError[] | undefined {
    const declared = definitions.find(isOperation)?.variableDefinitions ?? [];
    return declared.length === 0 ? undefined : getVariableValues(this.schema, declared, variables).errors;
  }
}

const compilable = new WeakMap<DocumentNode, boolean>();

/**
 * One query without what graphql-jit 0.8.9 takes wrong: of a fragment that is spread twice, once with a condition, it loses
 * one, and it looks for names in plain objects. Mutations have far more to do than to be executed.
 */
function isCompilable(document: DocumentNode): boolean {
  const known = compilable.get(document);
  if (known !== undefined) return known;
  const [operation, another] = document.definitions.filter(isOperation);
  const answer = operation?.operation === OperationTypeNode.QUERY && !another && !isTakenWrong(document);
  compilable.set(document, answer);
  return answer;
}

/** Whether it has a directive, or a name that every object has, such as `constructor`. */
function isTakenWrong(document: DocumentNode): boolean {
  let found = false;
  const stop = (): typeof BREAK => {
    found = true;
    return BREAK;
  };
  visit(document, {
    Directive: stop,
    Name: ({ value }) => (value in Object.prototype ? stop() : undefined),
  });
  return found;
}

function isOperation(definition: DocumentNode['definitions'][number]): definition is OperationDefinitionNode {
  return definition.kind === Kind.OPERATION_DEFINITION;
}

/** Errors come first, and are those of graphql-js: graphql-jit's own may lack extensions, which Apollo Server relies on. */
function likeGraphqlJs({ errors, data }: ExecutionResult): ExecutionResult {
  return errors && errors.length > 0 ? { errors: errors.map(asGraphqlError), data } : { data };
}

function asGraphqlError({ message, path, locations, originalError, extensions }: GraphQLError): GraphQLError {
  const error = new GraphQLError(message, { path, originalError, extensions });
  return Object.assign(error, { locations });
}
