import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { anyUser } from '../graphql/authorize.js';
import type { Context } from '../graphql/context.js';
import { DateTime } from '../graphql/date-time.js';
import { mutate } from '../graphql/mutation.js';
import { describeDevice } from './describe-device.js';
import { listOwnSessions } from './list-own-sessions.js';
import { revokeSession } from './revoke-session.js';
import { Session } from './session.entity.js';
import { RevokeSessionInput, SignOutEverywhereInput } from './session.inputs.js';
import { RevokeSessionPayload, SignOutEverywherePayload } from './session.payloads.js';
import { isCurrentSession } from './session.policy.js';
import { signOutEverywhere } from './sign-out-everywhere.js';

@Resolver(() => Session)
export class SessionResolver {
  @Query(() => [Session], {
    nullable: true,
    description:
      'Where the viewer is signed in, newest use first. At most 10: a sign-in beyond that ends the session used longest ago.',
  })
  mySessions(@Ctx() ctx: Context): Promise<Session[]> {
    return listOwnSessions(ctx, anyUser(ctx));
  }

  @Mutation(() => RevokeSessionPayload, {
    nullable: true,
    description:
      'Ends one session of the viewer: its access tokens and its refresh token stop working at once. To end the session of this request is to sign out.',
  })
  revokeSession(
    @Ctx() ctx: Context,
    @Arg('input', () => RevokeSessionInput, { description: 'Which session.' }) input: RevokeSessionInput,
  ): Promise<RevokeSessionPayload> {
    const viewer = anyUser(ctx);
    return mutate<RevokeSessionPayload>(input, async () => {
      await revokeSession(ctx, viewer, input.sessionId);
      return { sessionId: input.sessionId };
    });
  }

  @Mutation(() => SignOutEverywherePayload, {
    nullable: true,
    description: 'Ends the sessions of the viewer on all other devices, or on all.',
  })
  signOutEverywhere(
    @Ctx() ctx: Context,
    @Arg('input', () => SignOutEverywhereInput, { description: 'How far.' }) input: SignOutEverywhereInput,
  ): Promise<SignOutEverywherePayload> {
    const viewer = anyUser(ctx);
    return mutate<SignOutEverywherePayload>(input, async () => ({
      endedSessions: await signOutEverywhere(ctx, viewer, input.scope),
    }));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Browser or app and system in words, such as "Firefox on Windows", guessed from `userAgent`; null when that tells nothing.',
  })
  device(@Root() session: Session): string | null {
    return describeDevice(session.userAgent);
  }

  @FieldResolver(() => DateTime, { description: 'When the user signed in.' })
  createdAt(@Root() session: Session): Date {
    return session.createdAt;
  }

  @FieldResolver(() => DateTime, {
    description:
      'When it ends unless it is refreshed before: 7 days after the last refresh, at the latest 60 days after the sign-in.',
  })
  expiresAt(@Root() { idleExpiresAt, absoluteExpiresAt }: Session): Date {
    return idleExpiresAt < absoluteExpiresAt ? idleExpiresAt : absoluteExpiresAt;
  }

  @FieldResolver(() => Boolean, { description: 'Whether this request belongs to it.' })
  isCurrent(@Root() session: Session, @Ctx() ctx: Context): boolean {
    return isCurrentSession(ctx.viewer, session);
  }
}
