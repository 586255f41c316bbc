import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Args,
  Ctx,
  Directive,
  FieldResolver,
  Info,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { CompanyInvitation } from '../../companies/company-invitation.entity.js';
import { Company } from '../../companies/company.entity.js';
import { companyById } from '../../companies/company.loaders.js';
import { employerOnly } from '../../graphql/authorize.js';
import type { Connection } from '../../graphql/connection.js';
import type { Context } from '../../graphql/context.js';
import { DateTime } from '../../graphql/date-time.js';
import { notFound } from '../../graphql/errors.js';
import { mutate } from '../../graphql/mutation.js';
import { PageArgs, sliceOf } from '../../graphql/page-args.js';
import { selects } from '../../graphql/selection.js';
import { Employer } from '../employer.entity.js';
import { maySeeInvitations } from '../employer.policy.js';
import { findVisibleEmployerOfUser } from '../find-employer.js';
import { acceptCompanyInvitation } from './accept-company-invitation.js';
import { cancelCompanyInvitation } from './cancel-company-invitation.js';
import { CompanyInvitationConnection } from './company-invitation.connection.js';
import {
  AcceptCompanyInvitationInput,
  CancelCompanyInvitationInput,
  InviteMemberInput,
  ResendCompanyInvitationInput,
} from './company-invitation.inputs.js';
import { invitationsOfCompany } from './company-invitation.loaders.js';
import {
  AcceptCompanyInvitationPayload,
  CancelCompanyInvitationPayload,
  InviteMemberPayload,
  ResendCompanyInvitationPayload,
} from './company-invitation.payloads.js';
import { findInvitation } from './find-invitation.js';
import { inviteMember } from './invite-member.js';
import { resendCompanyInvitation } from './resend-company-invitation.js';

/** An invitation is only ever handed to somebody who may see it. */
@Resolver(() => CompanyInvitation)
export class CompanyInvitationResolver {
  @Query(() => Company, {
    nullable: true,
    description:
      'The company that sent an invitation, for the page the link in its mail opens. NOT_FOUND once the invitation is no longer good.',
  })
  @Directive('@rateLimit(limit: 30, duration: 900)')
  async companyOfInvitation(
    @Ctx() ctx: Context,
    @Arg('token', () => String, { description: 'The `token` of the link in the mail.' }) token: string,
  ): Promise<Company | null> {
    const invitation = await findInvitation(ctx, token);
    if (!invitation) throw notFound('Invitation');
    return companyById(ctx).load(invitation.companyId);
  }

  @Mutation(() => InviteMemberPayload, {
    nullable: true,
    description:
      "Invites an address to the viewer's company by e-mail. An address that is invited already gets the mail once more, on the new terms. For company admins.",
  })
  @Directive('@rateLimit(limit: 30, duration: 3600)')
  inviteMember(
    @Ctx() ctx: Context,
    @Arg('input', () => InviteMemberInput, { description: 'Whom.' }) input: InviteMemberInput,
  ): Promise<InviteMemberPayload> {
    const viewer = employerOnly(ctx);
    return mutate<InviteMemberPayload>(input, async () => ({
      invitation: await inviteMember(ctx, viewer, input),
    }));
  }

  @Mutation(() => ResendCompanyInvitationPayload, {
    nullable: true,
    description:
      "Sends an invitation of the viewer's company once more; it is good for another 7 days. For company admins.",
  })
  @Directive('@rateLimit(limit: 30, duration: 3600)')
  resendCompanyInvitation(
    @Ctx() ctx: Context,
    @Arg('input', () => ResendCompanyInvitationInput, { description: 'Which.' })
    input: ResendCompanyInvitationInput,
  ): Promise<ResendCompanyInvitationPayload> {
    const viewer = employerOnly(ctx);
    return mutate<ResendCompanyInvitationPayload>(input, async () => ({
      invitation: await resendCompanyInvitation(ctx, viewer, input),
    }));
  }

  @Mutation(() => CancelCompanyInvitationPayload, {
    nullable: true,
    description:
      "Takes an invitation of the viewer's company back; the link in its mail stops working. For company admins.",
  })
  cancelCompanyInvitation(
    @Ctx() ctx: Context,
    @Arg('input', () => CancelCompanyInvitationInput, { description: 'Which.' })
    input: CancelCompanyInvitationInput,
  ): Promise<CancelCompanyInvitationPayload> {
    const viewer = employerOnly(ctx);
    return mutate<CancelCompanyInvitationPayload>(input, async () => ({
      invitation: await cancelCompanyInvitation(ctx, viewer, input),
    }));
  }

  @Mutation(() => AcceptCompanyInvitationPayload, {
    nullable: true,
    description:
      'Makes the viewer, an employer without a company, a member of the company that invited their address. Who has no account yet sends the token to signUp instead.',
  })
  @Directive('@rateLimit(limit: 10, duration: 900)')
  acceptCompanyInvitation(
    @Ctx() ctx: Context,
    @Arg('input', () => AcceptCompanyInvitationInput, { description: 'The token.' })
    input: AcceptCompanyInvitationInput,
  ): Promise<AcceptCompanyInvitationPayload> {
    const viewer = employerOnly(ctx);
    return mutate<AcceptCompanyInvitationPayload>(input, async () => ({
      employer: await acceptCompanyInvitation(ctx, viewer, input.token),
    }));
  }

  @FieldResolver(() => DateTime, { description: 'When it was first sent.' })
  createdAt(@Root() invitation: CompanyInvitation): Date {
    return invitation.createdAt;
  }

  @FieldResolver(() => Company, { nullable: true, description: 'The company to join.' })
  company(@Root() invitation: CompanyInvitation, @Ctx() ctx: Context): Promise<Company | null> {
    return companyById(ctx).load(invitation.companyId);
  }

  @FieldResolver(() => Employer, {
    nullable: true,
    description: 'Who sent it last; null once they have left the company.',
  })
  invitedBy(@Root() invitation: CompanyInvitation, @Ctx() ctx: Context): Promise<Employer | null> | null {
    const { invitedByUserId } = invitation;
    return invitedByUserId === null ? null : findVisibleEmployerOfUser(ctx, invitedByUserId);
  }
}

@Resolver(() => Company)
export class InvitationsOfCompanyResolver {
  @FieldResolver(() => CompanyInvitationConnection, {
    nullable: true,
    description:
      'Invitations that nobody has accepted yet and that were not cancelled, expired ones included, newest first. Null for all but its company admins and administrators.',
  })
  invitations(
    @Root() company: Company,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) args: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<CompanyInvitation>> | null {
    if (!maySeeInvitations(ctx.viewer, company.id)) return null;
    const withTotal = selects(info, 'totalCount');
    return invitationsOfCompany(ctx).load({ parentId: company.id, slice: sliceOf(args), withTotal });
  }
}
