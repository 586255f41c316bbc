import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Employer } from '../employers/employer.entity.js';
import { findVisibleEmployerOfUser } from '../employers/find-employer.js';
import type { Context } from '../graphql/context.js';
import { ApplicationEvent } from './application-event.entity.js';
import { Actor } from './application.enums.js';

@Resolver(() => ApplicationEvent)
export class ApplicationEventResolver {
  @FieldResolver(() => Employer, {
    nullable: true,
    description:
      'Which member of the company made the change. Null for changes of the candidate, for members who have left, and for the candidate, who learns no more than `actor`.',
  })
  member(@Root() event: ApplicationEvent, @Ctx() ctx: Context): Promise<Employer | null> | null {
    if (event.actor !== Actor.EMPLOYER || event.actorUserId === null) return null;
    return findVisibleEmployerOfUser(ctx, event.actorUserId);
  }
}
