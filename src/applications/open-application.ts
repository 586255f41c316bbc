import type { Context } from '../graphql/context.js';
import type { Application } from './application.entity.js';
import { Actor, ApplicationStatus } from './application.enums.js';
import type { OpenApplicationInput } from './application.inputs.js';
import { changeApplicationStatus } from './change-application-status.js';
import { lockApplication } from './lock-application.js';
import { notifyCandidates } from './notify-candidates.js';

/**
 * Marks an application that nobody has looked at as viewed, and answers it; any other is answered as it is. The lock
 * lets one of several members who open it at once be the first.
 */
export async function openApplication(ctx: Context, input: OpenApplicationInput): Promise<Application> {
  return ctx.db.transaction(async (em) => {
    const application = await lockApplication(ctx, em, input.applicationId);
    const from: ApplicationStatus = application.status;
    if (from !== ApplicationStatus.APPLIED) return application;
    const to = ApplicationStatus.VIEWED;
    changeApplicationStatus(ctx, em, application, { actor: Actor.EMPLOYER, to, reason: null });
    await notifyCandidates(em, [{ application, from }], ctx.clock.now());
    return application;
  });
}
