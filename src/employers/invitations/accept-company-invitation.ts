import type { Context } from '../../graphql/context.js';
import type { EmployerViewer } from '../../graphql/viewer.js';
import { Employer } from '../employer.entity.js';
import { seeMemberAnew } from '../members/see-member-anew.js';
import { findInvitationToUse } from './find-invitation.js';
import { joinCompany } from './join-company.js';

/** Makes the viewer, an employer without a company, a member of the one whose invitation came to their address. */
export async function acceptCompanyInvitation(
  ctx: Context,
  viewer: EmployerViewer,
  token: string,
): Promise<Employer> {
  const invitation = await findInvitationToUse(ctx, token, 'token');
  const { userId, employerId } = viewer;
  const employer = await ctx.db.transaction(async (em) => {
    await joinCompany(em, { invitation, userId, field: 'token', now: ctx.clock.now() });
    return em.findOneOrFail(Employer, { id: employerId });
  });
  seeMemberAnew(ctx, employer);
  return employer;
}
