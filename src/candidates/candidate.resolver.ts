import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { User } from '../users/user.entity.js';
import { userById } from '../users/user.loaders.js';
import { Candidate } from './candidate.entity.js';
import { candidateByUserId } from './candidate.loaders.js';

/** Whoever may see a candidate may see these of the user behind it, and nothing else of that user. */
@Resolver(() => Candidate)
export class CandidateResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Given name.' })
  async firstName(@Root() candidate: Candidate, @Ctx() ctx: Context): Promise<string | undefined> {
    return (await userById(ctx).load(candidate.userId))?.firstName;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Family name.' })
  async lastName(@Root() candidate: Candidate, @Ctx() ctx: Context): Promise<string | undefined> {
    return (await userById(ctx).load(candidate.userId))?.lastName;
  }

  @FieldResolver(() => String, { nullable: true, description: 'E-mail address.' })
  async email(@Root() candidate: Candidate, @Ctx() ctx: Context): Promise<string | undefined> {
    return (await userById(ctx).load(candidate.userId))?.email;
  }
}

@Resolver(() => User)
export class CandidateOfUserResolver {
  @FieldResolver(() => Candidate, {
    nullable: true,
    description: 'The candidate profile; null for users with another role.',
  })
  candidate(@Root() user: User, @Ctx() ctx: Context): Promise<Candidate | null> {
    return candidateByUserId(ctx).load(user.id);
  }
}
