import type { CompanyInvitation } from '../../companies/company-invitation.entity.js';
import type { Context } from '../../graphql/context.js';
import { maySeeInvitations } from '../employer.policy.js';
import { companyInvitationById } from './company-invitation.loaders.js';

/** An invitation as far as the viewer may see it; null otherwise, as if it did not exist. */
export async function findVisibleInvitation(ctx: Context, id: string): Promise<CompanyInvitation | null> {
  const invitation = await companyInvitationById(ctx).load(id);
  return invitation && maySeeInvitations(ctx.viewer, invitation.companyId) ? invitation : null;
}
