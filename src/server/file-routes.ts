import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Disk } from 'flydrive';
import type { Clock } from '../platform/clock.js';
import type { FileTokens, UploadClaims } from '../platform/files/file-tokens.js';
import { DOWNLOADS_PATH, UPLOADS_PATH } from '../platform/files/local-disk.js';
import { receiveFile, type Received } from '../platform/files/receive-file.js';
import { errorBody } from './http-errors.js';

export interface LocalFiles {
  folder: string;
  disk: Disk;
  tokens: FileTokens;
  clock: Clock;
}

type TokenRequest = FastifyRequest<{ Params: { '*': string } }>;

/** Serves the signed links to files on our own disk. A link says it all: no session, no other rights, no detail in refusals. */
export function addFileRoutes(app: FastifyInstance, files: LocalFiles): void {
  void app.register(async (scope) => {
    // Bodies are streamed to disk, whatever they are said to be.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));

    scope.put(`${UPLOADS_PATH}*`, async (request: TokenRequest, reply) => {
      const claims = files.tokens.verify('upload', request.params['*'], files.clock.now());
      return claims ? take(files, claims, request, reply) : refuse(reply, 403, BAD_LINK);
    });

    scope.get(`${DOWNLOADS_PATH}*`, async (request: TokenRequest, reply) => {
      const claims = files.tokens.verify('download', request.params['*'], files.clock.now());
      if (!claims) return refuse(reply, 403, BAD_LINK);
      if (!(await files.disk.exists(claims.key))) return refuse(reply, 404, 'This file is no longer here.');
      const { contentLength } = await files.disk.getMetaData(claims.key);
      return reply
        .headers({
          'content-type': claims.contentType,
          'content-length': contentLength,
          'content-disposition': claims.disposition,
          'cache-control': 'private, no-store',
        })
        .send(await files.disk.getStream(claims.key));
    });
  });
}

const BAD_LINK = 'This link is not valid, or no longer.';

const REFUSALS: Record<Exclude<Received, 'kept'>, { status: number; message: string }> = {
  'too large': { status: 413, message: 'The file is larger than was said when this link was asked for.' },
  'too small': { status: 400, message: 'The file is smaller than was said when this link was asked for.' },
  taken: { status: 409, message: 'This link has been used.' },
};

async function take(
  { folder }: LocalFiles,
  { key, contentType, sizeBytes }: UploadClaims,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { headers, body, raw } = request;
  if (headers['content-type'] !== contentType) {
    return refuse(reply, 415, `This link takes a file of the type ${contentType}.`);
  }
  if (Number(headers['content-length'] ?? sizeBytes) > sizeBytes) {
    return refuse(reply, REFUSALS['too large'].status, REFUSALS['too large'].message);
  }
  try {
    // Without a body there is nothing the parser could pass on.
    const received = await receiveFile(folder, key, sizeBytes, (body as Readable | undefined) ?? raw);
    if (received === 'kept') return await reply.status(204).send();
    return refuse(reply, REFUSALS[received].status, REFUSALS[received].message);
  } catch (error) {
    // The client hung up: nobody hears the answer, and it is nothing to worry about.
    if (raw.destroyed && !raw.complete)
      return refuse(reply, REFUSALS['too small'].status, REFUSALS['too small'].message);
    throw error;
  }
}

const CODES: Record<number, string> = {
  400: 'BAD_REQUEST',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
};

/** What is left of the body is not worth waiting for. */
function refuse(reply: FastifyReply, status: number, message: string): FastifyReply {
  return reply
    .status(status)
    .headers({ connection: 'close', 'cache-control': 'no-store' })
    .send(errorBody(CODES[status] ?? 'BAD_REQUEST', message));
}
