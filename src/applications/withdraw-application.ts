import type { Context } from '../graphql/context.js';
import type { Application } from './application.entity.js';
import { Actor, ApplicationStatus } from './application.enums.js';
import type { WithdrawApplicationInput } from './application.inputs.js';
import { changeApplicationStatus } from './change-application-status.js';
import { lockApplication } from './lock-application.js';
import { notifyAuthor } from './notify-author.js';

/** Takes a live application back for the candidate and tells the job's author. The candidate may apply again. */
export async function withdrawApplication(
  ctx: Context,
  input: WithdrawApplicationInput,
): Promise<Application> {
  return ctx.db.transaction(async (em) => {
    const application = await lockApplication(ctx, em, input.applicationId);
    const from: ApplicationStatus = application.status;
    const to = ApplicationStatus.WITHDRAWN;
    changeApplicationStatus(ctx, em, application, {
      actor: Actor.CANDIDATE,
      to,
      reason: input.reason ?? null,
    });
    await notifyAuthor(em, application, 'STATUS_CHANGE', { from, to }, ctx.clock.now());
    return application;
  });
}
