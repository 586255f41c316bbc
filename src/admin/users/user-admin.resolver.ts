import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { adminOnly } from '../../graphql/authorize.js';
import type { Connection } from '../../graphql/connection.js';
import type { Context } from '../../graphql/context.js';
import { notFound } from '../../graphql/errors.js';
import { uuidOf } from '../../graphql/ids.js';
import { mutate } from '../../graphql/mutation.js';
import { selects } from '../../graphql/selection.js';
import { UserConnection } from '../../users/user.connection.js';
import { User } from '../../users/user.entity.js';
import { userById } from '../../users/user.loaders.js';
import { activateUser } from './activate-user.js';
import { deactivateUser } from './deactivate-user.js';
import { deleteUser } from './delete-user.js';
import { listUsers } from './list-users.js';
import { sendPasswordReset } from './send-password-reset.js';
import { signOutUser } from './sign-out-user.js';
import { DeactivateUserInput, UserIdInput } from './user-admin.inputs.js';
import {
  ActivateUserPayload,
  DeactivateUserPayload,
  DeleteUserPayload,
  SendPasswordResetPayload,
  SignOutUserPayload,
} from './user-admin.payloads.js';
import { UserListArgs } from './user-list.args.js';

/** What administrators see of users and do to their accounts. */
@Resolver()
export class UserAdminResolver {
  @Query(() => UserConnection, { nullable: true, description: 'All users. For administrators.' })
  users(
    @Ctx() ctx: Context,
    @Args(() => UserListArgs) args: UserListArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<User>> {
    adminOnly(ctx);
    return listUsers(ctx, args, selects(info, 'totalCount'));
  }

  @Query(() => User, { nullable: true, description: 'A user by their id. For administrators.' })
  async user(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'Id of the user.' }) id: string,
  ): Promise<User> {
    adminOnly(ctx);
    const user = await userById(ctx).load(uuidOf('User', id));
    if (!user) throw notFound('User');
    return user;
  }

  @Mutation(() => DeactivateUserPayload, {
    nullable: true,
    description:
      'Shuts a user out at once, on every device, until they are activated again. Not oneself. For administrators.',
  })
  deactivateUser(
    @Ctx() ctx: Context,
    @Arg('input', () => DeactivateUserInput, { description: 'Which user, and why.' })
    input: DeactivateUserInput,
  ): Promise<DeactivateUserPayload> {
    const viewer = adminOnly(ctx);
    return mutate<DeactivateUserPayload>(input, async () => ({
      user: await deactivateUser(ctx, viewer, input),
    }));
  }

  @Mutation(() => ActivateUserPayload, {
    nullable: true,
    description: 'Lets a deactivated user sign in again. For administrators.',
  })
  activateUser(
    @Ctx() ctx: Context,
    @Arg('input', () => UserIdInput, { description: 'Which user.' }) input: UserIdInput,
  ): Promise<ActivateUserPayload> {
    const viewer = adminOnly(ctx);
    return mutate<ActivateUserPayload>(input, async () => ({ user: await activateUser(ctx, viewer, input) }));
  }

  @Mutation(() => DeleteUserPayload, {
    nullable: true,
    description:
      "Deletes a user's account and all that belongs to it, as deleteAccount does for its owner. Not oneself. For administrators.",
  })
  deleteUser(
    @Ctx() ctx: Context,
    @Arg('input', () => UserIdInput, { description: 'Which user.' }) input: UserIdInput,
  ): Promise<DeleteUserPayload> {
    const viewer = adminOnly(ctx);
    return mutate<DeleteUserPayload>(input, async () => ({
      deletedUserId: await deleteUser(ctx, viewer, input),
    }));
  }

  @Mutation(() => SignOutUserPayload, {
    nullable: true,
    description:
      'Ends all sessions of a user at once; they may sign in again. Not oneself. For administrators.',
  })
  signOutUser(
    @Ctx() ctx: Context,
    @Arg('input', () => UserIdInput, { description: 'Which user.' }) input: UserIdInput,
  ): Promise<SignOutUserPayload> {
    const viewer = adminOnly(ctx);
    return mutate<SignOutUserPayload>(input, async () => ({
      endedSessions: await signOutUser(ctx, viewer, input),
    }));
  }

  @Mutation(() => SendPasswordResetPayload, {
    nullable: true,
    description:
      'Mails a user the link to set a new password, as requestPasswordReset does. Nothing changes until they follow it. For administrators.',
  })
  sendPasswordReset(
    @Ctx() ctx: Context,
    @Arg('input', () => UserIdInput, { description: 'Which user.' }) input: UserIdInput,
  ): Promise<SendPasswordResetPayload> {
    const viewer = adminOnly(ctx);
    return mutate<SendPasswordResetPayload>(input, async () => {
      await sendPasswordReset(ctx, viewer, input);
      return { success: true };
    });
  }
}
