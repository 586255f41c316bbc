import { mailTo, tokenIn } from './mailbox.js';
import type { TestServer } from './test-server.js';

/** The token of the mail that invites somebody to open an account. */
export async function invitationToken(server: TestServer, email: string): Promise<string> {
  return tokenIn(await mailTo(server, email, /account is waiting/));
}
