import { clientAt, SIGN_IN } from './accounts.js';
import type { TestServer } from './test-server.js';

export interface Guess {
  /** What came of it. Anything but these three is not expected. */
  outcome: 'signed in' | 'wrong' | 'limited' | 'something else';
  status: number;
  headers: Headers;
  message: string | undefined;
}

export const WRONG_PASSWORD = 'Wrong-Horse-7-Battery';

/** One attempt to sign in, from a fresh address unless told otherwise. */
export async function guess(
  server: Pick<TestServer, 'url'>,
  email: string,
  password: string,
  address?: string,
): Promise<Guess> {
  const { data, errors, status, headers } = await clientAt(server, address).send<{
    signIn: { accessToken: string | null; userErrors: { code: string }[] } | null;
  } | null>(SIGN_IN, { input: { email, password } });
  const payload = data?.signIn;
  let outcome: Guess['outcome'] = 'something else';
  if (payload?.accessToken) outcome = 'signed in';
  if (payload?.userErrors[0]?.code === 'INVALID_CREDENTIALS') outcome = 'wrong';
  if (status === 429 && errors?.[0]?.extensions.code === 'RATE_LIMITED') outcome = 'limited';
  return { outcome, status, headers, message: errors?.[0]?.message };
}

/** How often each outcome came, of many guesses at once. */
export async function tally(guesses: Promise<Guess>[]): Promise<Partial<Record<Guess['outcome'], number>>> {
  const counts: Partial<Record<Guess['outcome'], number>> = {};
  for (const { outcome } of await Promise.all(guesses)) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}
