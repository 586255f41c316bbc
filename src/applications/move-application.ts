import type { Context } from '../graphql/context.js';
import type { Application } from './application.entity.js';
import { Actor, type ApplicationStatus } from './application.enums.js';
import type { MoveApplicationInput } from './application.inputs.js';
import { changeApplicationStatus } from './change-application-status.js';
import { lockApplication } from './lock-application.js';
import { notifyCandidates } from './notify-candidates.js';

/** Moves an application for the company: the status, its history and the candidate's notification at once. */
export async function moveApplication(ctx: Context, input: MoveApplicationInput): Promise<Application> {
  return ctx.db.transaction(async (em) => {
    const application = await lockApplication(ctx, em, input.applicationId);
    const from: ApplicationStatus = application.status;
    changeApplicationStatus(ctx, em, application, {
      actor: Actor.EMPLOYER,
      to: input.to,
      reason: input.reason ?? null,
    });
    await notifyCandidates(em, [{ application, from }], ctx.clock.now());
    return application;
  });
}
