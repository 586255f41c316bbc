import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Args,
  Ctx,
  Directive,
  Extensions,
  FieldResolver,
  Info,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { AuthServices } from '../../auth/auth-services.js';
import { adminOnly } from '../../graphql/authorize.js';
import type { Connection } from '../../graphql/connection.js';
import type { Context } from '../../graphql/context.js';
import { DateTime } from '../../graphql/date-time.js';
import { mutate } from '../../graphql/mutation.js';
import { PageArgs } from '../../graphql/page-args.js';
import { selects } from '../../graphql/selection.js';
import { IGNORES_STALE_TOKEN } from '../../graphql/stale-token.js';
import { User } from '../../users/user.entity.js';
import { userById } from '../../users/user.loaders.js';
import { acceptUserInvitation } from './accept-user-invitation.js';
import { cancelUserInvitation } from './cancel-user-invitation.js';
import { inviteUser } from './invite-user.js';
import { listUserInvitations } from './list-user-invitations.js';
import { resendUserInvitation } from './resend-user-invitation.js';
import { UserInvitationConnection } from './user-invitation.connection.js';
import { UserInvitation } from './user-invitation.entity.js';
import {
  AcceptUserInvitationInput,
  InviteUserInput,
  UserInvitationIdInput,
} from './user-invitation.inputs.js';
import {
  AcceptUserInvitationPayload,
  CancelUserInvitationPayload,
  InviteUserPayload,
  ResendUserInvitationPayload,
} from './user-invitation.payloads.js';

/** An invitation is only ever handed to administrators, who see every user. */
@Resolver(() => UserInvitation)
export class UserInvitationResolver {
  constructor(private readonly services: AuthServices) {}

  @Query(() => UserInvitationConnection, {
    nullable: true,
    description:
      'The invitations to open an account that nobody has accepted yet, expired ones too, newest first. For administrators.',
  })
  userInvitations(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) args: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<UserInvitation>> {
    adminOnly(ctx);
    return listUserInvitations(ctx, args, selects(info, 'totalCount'));
  }

  @Mutation(() => InviteUserPayload, {
    nullable: true,
    description:
      'Mails somebody a link with which to open an account of any role. The only way to another administrator. For administrators.',
  })
  inviteUser(
    @Ctx() ctx: Context,
    @Arg('input', () => InviteUserInput, { description: 'Who is to open an account.' })
    input: InviteUserInput,
  ): Promise<InviteUserPayload> {
    const viewer = adminOnly(ctx);
    return mutate<InviteUserPayload>(input, async () => ({
      invitation: await inviteUser(ctx, viewer, input),
    }));
  }

  @Mutation(() => ResendUserInvitationPayload, {
    nullable: true,
    description:
      'Mails an invitation again with a new link, good for another 7 days. The link before leads nowhere. For administrators.',
  })
  resendUserInvitation(
    @Ctx() ctx: Context,
    @Arg('input', () => UserInvitationIdInput, { description: 'Which invitation.' })
    input: UserInvitationIdInput,
  ): Promise<ResendUserInvitationPayload> {
    adminOnly(ctx);
    return mutate<ResendUserInvitationPayload>(input, async () => ({
      invitation: await resendUserInvitation(ctx, input),
    }));
  }

  @Mutation(() => CancelUserInvitationPayload, {
    nullable: true,
    description: 'Takes an invitation back: its link leads nowhere any more. For administrators.',
  })
  cancelUserInvitation(
    @Ctx() ctx: Context,
    @Arg('input', () => UserInvitationIdInput, { description: 'Which invitation.' })
    input: UserInvitationIdInput,
  ): Promise<CancelUserInvitationPayload> {
    adminOnly(ctx);
    return mutate<CancelUserInvitationPayload>(input, async () => ({
      cancelledInvitationId: await cancelUserInvitation(ctx, input),
    }));
  }

  @Mutation(() => AcceptUserInvitationPayload, {
    nullable: true,
    description:
      'Opens the account somebody was invited to with the token of the mail, and signs it in. Its address counts as verified.',
  })
  @Directive('@rateLimit(limit: 5, duration: 900)')
  @Extensions(IGNORES_STALE_TOKEN)
  acceptUserInvitation(
    @Ctx() ctx: Context,
    @Arg('input', () => AcceptUserInvitationInput, { description: 'Token and password.' })
    input: AcceptUserInvitationInput,
  ): Promise<AcceptUserInvitationPayload> {
    return mutate<AcceptUserInvitationPayload>(input, () => acceptUserInvitation(ctx, this.services, input));
  }

  @FieldResolver(() => DateTime, { description: 'When it was made.' })
  createdAt(@Root() invitation: UserInvitation): Date {
    return invitation.createdAt;
  }

  @FieldResolver(() => User, {
    nullable: true,
    description: 'The administrator who made it; null once their account is deleted.',
  })
  invitedBy(@Root() { invitedByUserId }: UserInvitation, @Ctx() ctx: Context): Promise<User | null> | null {
    return invitedByUserId === null ? null : userById(ctx).load(invitedByUserId);
  }
}
