import { unwrapResolverError } from '@apollo/server/errors';
import type {
  DocumentNode,
  ExecutionResult,
  FormattedExecutionResult,
  GraphQLError,
  GraphQLSchema,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { ErrorCode } from '../graphql/errors.js';
import type { PublicCache } from '../platform/cache.js';
import type { Log } from '../platform/request-log.js';
import type { Executor } from './executor.js';
import { publicPartsOf } from './public-document.js';
import type { RequestContext } from './request-context.js';

/** Of texts that are kept as bytes: some hundreds of lists. Older ones stay until there is no room, so more would only fill up. */
const MAX_BYTES = 4 * 1024 * 1024;

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
  readonly #bytes = new LRUCache<string, Buffer>({
    maxSize: MAX_BYTES,
    sizeCalculation: (bytes) => bytes.length,
  });
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
    const make = async () => {
      const result = await this.executeAnew({ ...execution, context: forNobody(context) });
      return this.#kept(result, context.log);
    };
    const key = `answer ${known.id} ${operationName} ${JSON.stringify(variables)}`;
    try {
      return await this.cache.get(key, age, make, {
        tags: known.madeOf,
        weigh: ({ data }) => 1 + Math.floor(this.#textOf(data).length / ROW_LENGTH),
      });
    } catch (error) {
      if (error instanceof Failed) return error.result;
      throw error;
    }
  };

  /** Apollo Server asks for the text of each answer; that of a kept one is written once. */
  readonly stringify = (result: FormattedExecutionResult): string => {
    const kept =
      result.errors || result.extensions || !result.data ? undefined : this.#texts.get(result.data);
    return kept ?? textOf(result);
  };

  /** The text of a kept answer as it is sent: to encode it each time takes a fifth of the time of the whole request. */
  readonly inBytes = (text: string): string | Buffer => this.#bytes.get(text) ?? text;

  #documentOf(document: DocumentNode): PublicDocument | null {
    const known = this.#documents.get(document);
    if (known !== undefined) return known;
    const madeOf = publicPartsOf(this.schema, document);
    const found = madeOf && { id: (this.#lastId += 1), madeOf };
    this.#documents.set(document, found);
    return found;
  }

  /** If it failed an older answer serves on. That something is not there any more is an answer: the older one is wrong. */
  #kept(result: ExecutionResult, log: Log): ExecutionResult {
    const failure = result.errors?.find((error) => !isAboutTheRequest(error));
    if (failure) {
      // An answer that was not asked for is reported by nobody else.
      log.warn({ err: unwrapResolverError(failure) }, 'a public answer could not be made anew');
      throw new Failed(result);
    }
    if (result.data && !result.errors) {
      const text = textOf({ data: result.data });
      this.#texts.set(result.data, text);
      // Not Buffer.from: that takes a piece of a block of 64 KiB, all of which would stay for a list of 13.
      this.#bytes.set(text, Buffer.alloc(Buffer.byteLength(text), text));
    }
    return result;
  }

  #textOf(data: ExecutionResult['data']): string {
    return (data && this.#texts.get(data)) ?? '';
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
  return { ...context, viewer: null, responseHeaders: new Map(), loaders: new Map() };
}

function textOf(result: FormattedExecutionResult): string {
  return `${JSON.stringify(result)}\n`;
}
