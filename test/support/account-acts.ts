import { expect } from '@jest/globals';
import { clientAt, type UserErrorAnswer } from './accounts.js';
import type { GraphqlClient } from './graphql-client.js';
import { mailTo, tokenIn } from './mailbox.js';
import type { TestServer } from './test-server.js';

export interface Outcome<Result> {
  userErrors: UserErrorAnswer[];
  result: Result | null;
}

const ACTS = {
  changePassword: { type: 'ChangePasswordInput', result: 'endedSessions' },
  requestPasswordReset: { type: 'RequestPasswordResetInput', result: 'success' },
  resetPassword: { type: 'ResetPasswordInput', result: 'success' },
  changeEmail: { type: 'ChangeEmailInput', result: 'pendingEmail' },
  verifyEmail: { type: 'VerifyEmailInput', result: 'email' },
  deleteAccount: { type: 'DeleteAccountInput', result: 'success' },
} as const;

/** Sends one of the mutations about an account. Refused or not, it comes back as a value that can be compared. */
export async function accountAct(
  client: GraphqlClient,
  name: keyof typeof ACTS,
  input: Record<string, unknown>,
): Promise<Outcome<unknown>> {
  const { type, result } = ACTS[name];
  const { act } = await client.data<{ act: Record<string, unknown> & Pick<Outcome<unknown>, 'userErrors'> }>(
    `mutation ($input: ${type}!) { act: ${name}(input: $input) { ${result} userErrors { code field message } } }`,
    { input },
  );
  return { userErrors: act.userErrors, result: act[result] };
}

/** An act that was carried out, with this result. */
export const done = (result: unknown): Outcome<unknown> => ({ userErrors: [], result });

/** An act refused, and why. */
export const refused = (code: string, field: string | null): unknown => ({
  userErrors: [expect.objectContaining({ code, field })],
  result: null,
});

/** Asks for a reset, from an address of its own, and follows the mail. */
export async function mailedResetToken(server: TestServer, email: string): Promise<string> {
  await accountAct(clientAt(server), 'requestPasswordReset', { email });
  return tokenIn(await mailTo(server, email, /new password/));
}

/** The token of the mail that follows a sign-up. */
export async function mailedVerificationToken(server: TestServer, email: string): Promise<string> {
  return tokenIn(await mailTo(server, email, /Confirm your address/));
}
