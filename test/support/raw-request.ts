import type { TestServer } from './test-server.js';

export interface RawAnswer {
  status: number;
  headers: Headers;
  text: string;
}

/** Any HTTP request at all, to the path of GraphQL unless told otherwise. */
export async function request(
  server: Pick<TestServer, 'url'>,
  { path = '/graphql', ...init }: RequestInit & { path?: string } = {},
): Promise<RawAnswer> {
  const response = await fetch(`${server.url}${path}`, { redirect: 'manual', ...init });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** A POST of a body as it is, said to be JSON unless told otherwise. */
export function post(
  server: Pick<TestServer, 'url'>,
  body: string,
  headers: Record<string, string> = {},
): Promise<RawAnswer> {
  return request(server, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
}

/** The codes of the errors in a JSON answer. */
export function codesIn({ text }: RawAnswer): (string | undefined)[] {
  const { errors = [] } = JSON.parse(text) as { errors?: { extensions?: { code?: string } }[] };
  return errors.map(({ extensions }) => extensions?.code);
}
