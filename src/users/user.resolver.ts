import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { anyUser } from '../graphql/authorize.js';
import type { Context } from '../graphql/context.js';
import { DateTime } from '../graphql/date-time.js';
import { mutate } from '../graphql/mutation.js';
import { updateMyName } from './update-my-name.js';
import { User } from './user.entity.js';
import { UpdateMyNameInput } from './user.inputs.js';
import { userById } from './user.loaders.js';
import { UpdateMyNamePayload } from './user.payloads.js';

@Resolver(() => User)
export class UserResolver {
  @Query(() => User, { nullable: true, description: 'The signed-in user.' })
  me(@Ctx() ctx: Context): Promise<User | null> {
    return userById(ctx).load(anyUser(ctx).userId);
  }

  @Mutation(() => UpdateMyNamePayload, { nullable: true, description: 'Changes what the viewer is called.' })
  updateMyName(
    @Ctx() ctx: Context,
    @Arg('input', () => UpdateMyNameInput, { description: 'Both names.' }) input: UpdateMyNameInput,
  ): Promise<UpdateMyNamePayload> {
    const viewer = anyUser(ctx);
    return mutate<UpdateMyNamePayload>(input, async () => ({ user: await updateMyName(ctx, viewer, input) }));
  }

  @FieldResolver(() => DateTime, { description: 'When the account was opened.' })
  createdAt(@Root() user: User): Date {
    return user.createdAt;
  }
}
