import type { DocumentNode, ExecutionResult, FormattedExecutionResult, GraphQLSchema } from 'graphql';
import type { PublicCache } from '../platform/cache.js';
import type { Executor } from './executor.js';
import { publicPartsOf } from './public-document.js';
import type { RequestContext } from './request-context.js';

/** Bytes, roughly, that weigh as much as a row of a list. */
const ROW_LENGTH = 500;

interface PublicDocument {
  /** Stands for the document in keys, which would be long otherwise. */
  id: number;
  madeOf: readonly string[];
}

/**
 * Keeps whole answers to queries that ask for public fields only, text included, and gives them to whoever sends the same
 * document with the same variables. They are made for nobody: no viewer is at hand while they are, so a field that was
 * marked as public by mistake shows what an anonymous request would see, never somebody's own.
 */
export class PublicAnswers {
  readonly #documents = new WeakMap<DocumentNode, PublicDocument | null>();
  readonly #texts = new WeakMap<object, string>();
  #lastId = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly cache: PublicCache,
    private readonly executeAnew: Executor,
  ) {}

  readonly execute: Executor = async (execution) => {
    const { document, context, operationName = '', variables } = execution;
    const age = this.cache.listAge;
    const known = age && this.#documentOf(document);
    if (!known) return this.executeAnew(execution);
    const make = async () =>
      this.#kept(await this.executeAnew({ ...execution, context: forNobody(context) }));
    const key = `answer ${known.id} ${operationName} ${JSON.stringify(variables)}`;
    try {
      return await this.cache.get(key, age, make, {
        tags: known.madeOf,
        weigh: ({ data }) => Math.ceil(this.#textOf(data).length / ROW_LENGTH),
      });
    } catch (error) {
      if (error instanceof HasErrors) return error.result;
      throw error;
    }
  };

  /** Apollo Server asks for the text of each answer; that of a kept one is written once. */
  readonly stringify = (result: FormattedExecutionResult): string => {
    const kept =
      result.errors || result.extensions || !result.data ? undefined : this.#texts.get(result.data);
    return kept ?? textOf(result);
  };

  #documentOf(document: DocumentNode): PublicDocument | null {
    const known = this.#documents.get(document);
    if (known !== undefined) return known;
    const madeOf = publicPartsOf(this.schema, document);
    const found = madeOf && { id: (this.#lastId += 1), madeOf };
    this.#documents.set(document, found);
    return found;
  }

  /** What went wrong may go well the next time. */
  #kept(result: ExecutionResult): ExecutionResult {
    if (result.errors || !result.data) throw new HasErrors(result);
    this.#texts.set(result.data, textOf({ data: result.data }));
    return result;
  }

  #textOf(data: ExecutionResult['data']): string {
    return (data && this.#texts.get(data)) ?? '';
  }
}

class HasErrors extends Error {
  constructor(readonly result: ExecutionResult) {
    super('the answer has errors');
  }
}

/** Loaders belong to a context, so this one has its own. */
function forNobody(context: RequestContext): RequestContext {
  return { ...context, viewer: null, responseHeaders: new Map() };
}

function textOf(result: FormattedExecutionResult): string {
  return `${JSON.stringify(result)}\n`;
}
