import { Candidate } from '../candidates/candidate.entity.js';
import type { Context } from '../graphql/context.js';
import { NotificationType } from '../notifications/notification.entity.js';
import { notify } from '../notifications/notify.js';
import type { Application } from './application.entity.js';
import { Actor, type ApplicationStatus } from './application.enums.js';
import type { MoveApplicationInput } from './application.inputs.js';
import { changeApplicationStatus } from './change-application-status.js';
import { lockApplication } from './lock-application.js';

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
    const candidate = await em.findOneOrFail(Candidate, { id: application.candidateId });
    notify(em, {
      userId: candidate.userId,
      type: NotificationType.STATUS_CHANGE,
      jobId: application.jobId,
      applicationId: application.id,
      payload: { from, to: input.to },
      at: ctx.clock.now(),
    });
    return application;
  });
}
