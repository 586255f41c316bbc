import { unwrapResolverError } from '@apollo/server/errors';
import type {
  DocumentNode,
  ExecutionResult,
  FormattedExecutionResult,
  GraphQLError,
  GraphQLSchema,
} from 'graphql';
import type { ErrorCode } from '../graphql/errors.js';
import type { PublicCache } from '../platform/cache.js';
import type { Log } from '../platform/request-log.js';
import type { Executor } from './executor.js';
import { publicPartsOf } from './public-document.js';
import type { KeptAnswer, RequestContext } from './request-context.js';
import { variablesKey } from './variables-key.js';

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
  /** By their data, so that an answer goes with all its forms. */
  readonly #kept = new WeakMap<object, KeptAnswer>();
  #lastId = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly cache: PublicCache,
    private readonly executeAnew: Executor,
  ) {}

  readonly execute: Executor = async (execution) => {
    const { document, context, variables } = execution;
    const age = this.cache.listAge;
    const known = age && this.#documentOf(document);
    if (!known) return this.executeAnew(execution);
    const make = async () => {
      const result = await this.executeAnew({ ...execution, context: forNobody(context) });
      return this.#keep(result, context.log);
    };
    const key = `answer ${known.id} ${variablesKey(document, variables, JSON.stringify)}`;
    try {
      const result = await this.cache.get(key, age, make, {
        tags: known.madeOf,
        weigh: (made) =>
          1 + Math.floor((this.#keptWith(made.data)?.text ?? textOf(made)).length / ROW_LENGTH),
      });
      context.answer.kept = this.#keptWith(result.data);
      return result;
    } catch (error) {
      if (error instanceof Failed) return error.result;
      throw error;
    }
  };

  /** Apollo Server asks for the text of each answer; that of a kept one is written once. */
  readonly stringify = (result: FormattedExecutionResult): string => {
    const kept = result.errors || result.extensions ? null : this.#keptWith(result.data);
    return kept?.text ?? textOf(result);
  };

  #documentOf(document: DocumentNode): PublicDocument | null {
    const known = this.#documents.get(document);
    if (known !== undefined) return known;
    const madeOf = publicPartsOf(this.schema, document);
    const found = madeOf && { id: (this.#lastId += 1), madeOf };
    this.#documents.set(document, found);
    return found;
  }

  /** If it failed an older answer serves on. That something is not there any more is an answer: the older one is wrong. */
  #keep(result: ExecutionResult, log: Log): ExecutionResult {
    const failure = result.errors?.find((error) => !isAboutTheRequest(error));
    if (failure) {
      // An answer that was not asked for is reported by nobody else. Without data nothing was executed: the variables do not
      // fit, which is for the client to know.
      if (result.data !== undefined)
        log.warn({ err: unwrapResolverError(failure) }, 'a public answer could not be made anew');
      throw new Failed(result);
    }
    if (result.data && !result.errors) {
      const text = textOf({ data: result.data });
      // Not Buffer.from: that takes a piece of a block of 64 KiB, all of which would stay for a list of 13.
      this.#kept.set(result.data, { text, bytes: Buffer.alloc(Buffer.byteLength(text), text) });
    }
    return result;
  }

  #keptWith(data: ExecutionResult['data']): KeptAnswer | null {
    return (data && this.#kept.get(data)) ?? null;
  }
}

class Failed extends Error {
  constructor(readonly result: ExecutionResult) {
    super('the answer could not be made');
  }
}

const ABOUT_THE_REQUEST: ReadonlySet<unknown> = new Set<ErrorCode>(['NOT_FOUND', 'BAD_USER_INPUT']);

/** Whoever sends the same makes the same mistake. */
function isAboutTheRequest({ extensions }: GraphQLError): boolean {
  return ABOUT_THE_REQUEST.has(extensions['code']);
}

function forNobody(context: RequestContext): RequestContext {
  return {
    ...context,
    viewer: null,
    responseHeaders: new Map(),
    loaders: new Map(),
    answer: { kept: null },
  };
}

function textOf(result: FormattedExecutionResult): string {
  return `${JSON.stringify(result)}\n`;
}
