import { Ctx, Query, Resolver } from 'type-graphql';
import { anyUser } from '../graphql/authorize.js';
import type { Context } from '../graphql/context.js';
import { User } from './user.entity.js';
import { userById } from './user.loaders.js';

@Resolver()
export class UserResolver {
  @Query(() => User, { nullable: true, description: 'The signed-in user.' })
  me(@Ctx() ctx: Context): Promise<User | null> {
    return userById(ctx).load(anyUser(ctx).userId);
  }
}
