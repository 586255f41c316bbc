import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { employerOnly } from '../graphql/authorize.js';
import type { Context } from '../graphql/context.js';
import { mutate } from '../graphql/mutation.js';
import { openReopenings } from './application-states.js';
import { Application } from './application.entity.js';
import { ApplicationStatus } from './application.enums.js';
import {
  MoveApplicationsInput,
  OpenApplicationInput,
  RateApplicationInput,
  ReopenApplicationInput,
} from './application.inputs.js';
import {
  MoveApplicationsPayload,
  OpenApplicationPayload,
  RateApplicationPayload,
  ReopenApplicationPayload,
} from './application.payloads.js';
import { actorOn } from './application.policy.js';
import { moveApplications } from './move-applications.js';
import { openApplication } from './open-application.js';
import { rateApplication } from './rate-application.js';
import { reopenApplication } from './reopen-application.js';

/** What members of a company do with the applications to its jobs, besides moving one. */
@Resolver(() => Application)
export class ApplicationWorkResolver {
  @Mutation(() => OpenApplicationPayload, {
    nullable: true,
    description:
      'Opens an application, for members of the company who may manage candidates. The first one to do so marks it VIEWED, and the candidate is notified; later ones get it as it is.',
  })
  openApplication(
    @Ctx() ctx: Context,
    @Arg('input', () => OpenApplicationInput, { description: 'Which application.' })
    input: OpenApplicationInput,
  ): Promise<OpenApplicationPayload> {
    employerOnly(ctx);
    return mutate<OpenApplicationPayload>(input, async () => ({
      application: await openApplication(ctx, input),
    }));
  }

  @Mutation(() => MoveApplicationsPayload, {
    nullable: true,
    description:
      'Moves up to 100 applications to one status, for members of the company who may manage candidates. Those that may not go there are reported, the others are moved; each candidate is notified.',
  })
  moveApplications(
    @Ctx() ctx: Context,
    @Arg('input', () => MoveApplicationsInput, { description: 'The move.' }) input: MoveApplicationsInput,
  ): Promise<MoveApplicationsPayload> {
    employerOnly(ctx);
    return mutate<MoveApplicationsPayload>(input, async () => ({
      results: await moveApplications(ctx, input),
    }));
  }

  @Mutation(() => ReopenApplicationPayload, {
    nullable: true,
    description:
      'Brings an accepted or rejected application back to a live status, for members of the company who may manage candidates. The history records it and the candidate is notified.',
  })
  reopenApplication(
    @Ctx() ctx: Context,
    @Arg('input', () => ReopenApplicationInput, { description: 'Which application, and where to.' })
    input: ReopenApplicationInput,
  ): Promise<ReopenApplicationPayload> {
    employerOnly(ctx);
    return mutate<ReopenApplicationPayload>(input, async () => ({
      application: await reopenApplication(ctx, input),
    }));
  }

  @Mutation(() => RateApplicationPayload, {
    nullable: true,
    description:
      "Sets or clears the company's own rating of an application, for members who may manage candidates. The candidate never learns of it.",
  })
  rateApplication(
    @Ctx() ctx: Context,
    @Arg('input', () => RateApplicationInput, { description: 'The rating.' }) input: RateApplicationInput,
  ): Promise<RateApplicationPayload> {
    employerOnly(ctx);
    return mutate<RateApplicationPayload>(input, async () => ({
      application: await rateApplication(ctx, input),
    }));
  }

  @FieldResolver(() => [ApplicationStatus], {
    description:
      'Where the viewer can bring it back to with reopenApplication: something for the company once it is ACCEPTED or REJECTED, empty otherwise.',
  })
  reopenTransitions(@Root() application: Application, @Ctx() ctx: Context): ApplicationStatus[] {
    const actor = actorOn(ctx.viewer, application);
    return actor === null ? [] : openReopenings(actor, application.status);
  }
}
