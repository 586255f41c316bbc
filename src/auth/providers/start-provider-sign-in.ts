import type { Context } from '../../graphql/context.js';
import type { AuthServices } from '../auth-services.js';
import { makeVerifier, nonceOf } from './nonce.js';
import { ProviderSignIn } from './provider-sign-in.entity.js';
import type { StartProviderSignInPayload } from './provider.payloads.js';
import { askingProvider } from './provider-unreachable.js';
import { signInExpiry } from './sign-in-lifetime.js';

type Started = Omit<StartProviderSignInPayload, 'userErrors'>;

/** Begins a sign-in: remembers its nonce, and tells the client all it needs to send somebody to the provider. */
export async function startProviderSignIn(
  ctx: Context,
  { providers }: AuthServices,
  name: string,
): Promise<Started> {
  const provider = providers.named(name);
  const authorizationEndpoint = await askingProvider(ctx, () => provider.authorizationEndpoint());
  const now = ctx.clock.now();
  const expiresAt = signInExpiry(now);
  const verifier = makeVerifier();
  const nonce = nonceOf(verifier);
  await ctx.db.transaction(async (em) => {
    em.create(ProviderSignIn, { provider: provider.issuer, nonce, createdAt: now, expiresAt });
  });
  const { issuer, clientIds } = provider;
  return { nonce, verifier, issuer, clientId: clientIds[0] ?? null, authorizationEndpoint, expiresAt };
}
