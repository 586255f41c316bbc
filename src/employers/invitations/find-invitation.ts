import { sql } from 'kysely';
import { mailedTokenExpired, mailedTokenInvalid } from '../../auth/find-mailed-token.js';
import type { Context } from '../../graphql/context.js';
import { mailTokenHash } from '../../platform/mail/mail-links.js';
import { isGood, isOpen } from './open-invitations.js';

/** An invitation somebody has the token of. */
export interface FoundInvitation {
  id: string;
  companyId: string;
}

interface Row extends FoundInvitation {
  isGood: boolean;
  expiresAt: Date;
}

/** The invitation of a token, if it is good at this moment; null for any other. */
export async function findInvitation(ctx: Context, token: string): Promise<FoundInvitation | null> {
  const row = await openInvitation(ctx, token);
  return row?.isGood ? row : null;
}

/** The same for a mutation, which is refused with any other; `field` is where the input has the token. */
export async function findInvitationToUse(
  ctx: Context,
  token: string,
  field: string,
): Promise<FoundInvitation> {
  const row = await openInvitation(ctx, token);
  if (row?.isGood) return row;
  throw row && row.expiresAt <= ctx.clock.now() ? mailedTokenExpired(field) : mailedTokenInvalid(field);
}

function openInvitation({ db, clock }: Context, token: string): Promise<Row | undefined> {
  return db.row(sql<Row>`
    select i.id, i.company_id as "companyId", i.expires_at as "expiresAt",
      (${isGood('i', clock.now())}) as "isGood"
    from company_invitations i
    where i.token_hash = ${mailTokenHash(token)} and ${isOpen('i')}`);
}
