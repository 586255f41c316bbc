import { z } from 'zod';

/** What a provider says of itself, as far as we need it. */
export interface Discovery {
  authorizationEndpoint: string;
  keysUrl: URL;
}

/**
 * Reads the discovery document of an issuer. It must be the issuer's own, and must not lead from HTTPS to anything
 * weaker.
 */
export async function discoverProvider(issuer: string, timeoutMs: number): Promise<Discovery> {
  const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
    headers: { accept: 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (response.status !== 200) throw new Error(`its discovery document came with status ${response.status}`);
  const document = documentOf(issuer).parse(await response.json());
  return { authorizationEndpoint: document.authorization_endpoint, keysUrl: new URL(document.jwks_uri) };
}

function documentOf(issuer: string) {
  const address = z.url({ protocol: issuer.startsWith('https:') ? /^https$/ : /^https?$/ });
  return z.object({
    issuer: z.literal(issuer),
    authorization_endpoint: address,
    jwks_uri: address,
  });
}
