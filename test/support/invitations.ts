import { v7 as uuidv7 } from 'uuid';
import { globalId } from '../../src/graphql/ids.js';
import { MailLinks } from '../../src/platform/mail/mail-links.js';
import { act } from './act.js';
import { insertRows } from './insert-rows.js';
import { mailTo, tokenIn } from './mailbox.js';
import type { EmployerWithCompany, Person } from './people.js';
import { TEST_SECRET, type TestServer } from './test-server.js';
import { uuidIn } from './uuid-in.js';

export interface SentInvitation {
  id: string;
  /** As it came by mail. */
  token: string;
}

/** Invites an address to a company and follows the mail. */
export async function invited(
  server: TestServer,
  companyAdmin: Person,
  email: string,
  permissions: { canCreateJobs?: boolean; canManageCandidates?: boolean } = {},
): Promise<SentInvitation> {
  const outcome = await act(companyAdmin.client, 'inviteMember', { email, ...permissions });
  if (!outcome.result) throw new Error(`inviteMember refused: ${JSON.stringify(outcome)}`);
  return { id: outcome.result.id, token: tokenIn(await mailTo(server, email, /Invitation to join/)) };
}

/** Inserts open invitations to addresses, a second apart, the first one oldest, as if their mails had been sent. */
export async function insertInvitations(
  server: TestServer,
  companyAdmin: EmployerWithCompany,
  emails: readonly string[],
): Promise<SentInvitation[]> {
  const links = new MailLinks('http://localhost', [server.config.authSecret ?? TEST_SECRET]);
  const now = server.clock.now().getTime();
  const rows = emails.map((email, index) => {
    const id = uuidv7();
    return {
      id,
      created_at: new Date(now - (emails.length - index) * 1000).toISOString(),
      company_id: uuidIn(companyAdmin.companyId),
      invited_by_user_id: uuidIn(companyAdmin.id),
      email,
      token_hash: links.tokenHashOf(id),
      can_create_jobs: true,
      can_manage_candidates: true,
      expires_at: new Date(now + 7 * 86_400_000).toISOString(),
    };
  });
  await insertRows(server.db, 'company_invitations', rows);
  return rows.map(({ id, token_hash: tokenHash }) => {
    const link = new URL(`${links.linkTo('accept-invitation', { id, tokenHash })}`);
    return { id: globalId('CompanyInvitation', id), token: `${link.searchParams.get('token')}` };
  });
}

/** Addresses nobody has. */
export const addresses = (count: number): string[] =>
  Array.from({ length: count }, () => `guest.${uuidv7()}@example.org`);
