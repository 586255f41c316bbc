import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { hasGoodSignature } from './s3-signature.js';

export interface S3Server {
  /** What a process is configured with to use it. */
  env: Record<string, string>;
  /** Its files by key. */
  objects: Map<string, { body: Buffer; contentType: string }>;
  /** Whether it answers; 503 to everything otherwise. */
  isUp: boolean;
  stop(): Promise<void>;
}

const BUCKET = 'intowork-test';
const SECRET_KEY = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';

/** A bucket that speaks as much of S3 as files need, and believes nothing that is not signed. */
export async function startS3Server(): Promise<S3Server> {
  const server = createServer((request, response) => {
    void answer(s3, request, response).catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const s3: S3Server = {
    env: {
      S3_BUCKET: BUCKET,
      S3_REGION: 'eu-west-3',
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      S3_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
      S3_SECRET_ACCESS_KEY: SECRET_KEY,
    },
    objects: new Map(),
    isUp: true,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return s3;
}

async function answer(s3: S3Server, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://bucket');
  const body = await buffer(request);
  if (!s3.isUp) return void response.writeHead(503).end();
  const prefix = `/${BUCKET}/`;
  if (!hasGoodSignature(request, SECRET_KEY) || !pathname.startsWith(prefix))
    return void response.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>');
  const key = decodeURIComponent(pathname.slice(prefix.length));
  if (request.method === 'PUT') return put(s3, key, body, request, response);
  if (request.method === 'DELETE') {
    s3.objects.delete(key);
    return void response.writeHead(204).end();
  }
  const object = s3.objects.get(key);
  if (!object) return void response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>');
  response.writeHead(200, {
    'content-type': searchParams.get('response-content-type') ?? object.contentType,
    'content-length': object.body.length,
    'last-modified': new Date().toUTCString(),
    etag: '"etag"',
    ...header('content-disposition', searchParams.get('response-content-disposition')),
    ...header('cache-control', searchParams.get('response-cache-control')),
  });
  response.end(request.method === 'HEAD' ? undefined : object.body);
}

const header = (name: string, value: string | null) => (value === null ? {} : { [name]: value });

function put(
  s3: S3Server,
  key: string,
  body: Buffer,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const source = request.headers['x-amz-copy-source'];
  if (source === undefined) {
    s3.objects.set(key, { body, contentType: request.headers['content-type'] ?? '' });
    return void response.writeHead(200, { etag: '"etag"' }).end();
  }
  const original = s3.objects.get(decodeURIComponent(String(source)).replace(`/${BUCKET}/`, ''));
  if (!original) return void response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>');
  s3.objects.set(key, original);
  const xml = '<CopyObjectResult><ETag>"etag"</ETag></CopyObjectResult>';
  response.writeHead(200, { 'content-type': 'application/xml' }).end(xml);
}
