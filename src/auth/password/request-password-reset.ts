import type { Context } from '../../graphql/context.js';
import { startPasswordReset } from './start-password-reset.js';

/**
 * Asks for the mail with which a forgotten password is replaced. Nobody is looked up here: an address that no account
 * has gets the same job, and so the same answer in the same time.
 */
export async function requestPasswordReset(ctx: Context, email: string): Promise<void> {
  await ctx.db.transaction((em) => startPasswordReset.add(em, { email }));
}
