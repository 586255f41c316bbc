import { createHash, createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

interface Signed {
  headers: string[];
  scope: string;
  signature: string;
  date: string;
  payloadHash: string;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/**
 * Whether a request carries a good AWS Signature Version 4 of the secret key, in its query or in its headers. Written
 * from the specification, without the code that signs.
 */
export function hasGoodSignature(request: IncomingMessage, secretKey: string): boolean {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://bucket');
  const signed = searchParams.has('X-Amz-Signature') ? fromQuery(searchParams) : fromHeaders(request);
  if (!signed) return false;
  const query = [...searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&');
  const headers = signed.headers.map((name) => `${name}:${String(request.headers[name] ?? '').trim()}\n`);
  const canonical = [
    request.method,
    pathname,
    query,
    headers.join(''),
    signed.headers.join(';'),
    signed.payloadHash,
  ].join('\n');
  const text = ['AWS4-HMAC-SHA256', signed.date, signed.scope, sha256(canonical)].join('\n');
  const key = signed.scope.split('/').reduce<string | Buffer>(hmac, `AWS4${secretKey}`);
  return hmac(key, text).toString('hex') === signed.signature;
}

function fromQuery(query: URLSearchParams): Signed | null {
  const [headers, credential] = [query.get('X-Amz-SignedHeaders') ?? '', query.get('X-Amz-Credential') ?? ''];
  const date = query.get('X-Amz-Date') ?? '';
  const end = instantOf(date) + Number(query.get('X-Amz-Expires')) * 1000;
  if (!(Date.now() < end)) return null;
  return {
    headers: headers.split(';'),
    scope: credential.slice(credential.indexOf('/') + 1),
    signature: query.get('X-Amz-Signature') ?? '',
    date,
    payloadHash: query.get('X-Amz-Content-Sha256') ?? 'UNSIGNED-PAYLOAD',
  };
}

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=[^/]+\/(?<scope>\S+), SignedHeaders=(?<headers>\S+), Signature=(?<signature>\w+)$/;

function fromHeaders({ headers }: IncomingMessage): Signed | null {
  const found = AUTHORIZATION.exec(headers.authorization ?? '')?.groups;
  if (!found) return null;
  return {
    headers: `${found['headers']}`.split(';'),
    scope: `${found['scope']}`,
    signature: `${found['signature']}`,
    date: String(headers['x-amz-date']),
    payloadHash: String(headers['x-amz-content-sha256']),
  };
}

function instantOf(date: string): number {
  return Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
