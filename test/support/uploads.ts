/** How a file is to be uploaded, as the API answers it. */
export interface Upload {
  url: string;
  method: string;
  headers: { name: string; value: string }[];
  expiresAt: string;
}

/** Sends a file as an upload tells. */
export function send(
  { url, method, headers }: Upload,
  content: Buffer,
  more: object = {},
): Promise<Response> {
  return fetch(url, {
    method,
    headers: Object.fromEntries(headers.map(({ name, value }) => [name, value])),
    body: new Uint8Array(content),
    ...more,
  });
}
