import type { Context } from '../graphql/context.js';
import { refusal, UserErrorCode } from '../graphql/user-error.js';
import { violatesUnique } from '../platform/database/violations.js';
import { openReopenings } from './application-states.js';
import type { Application } from './application.entity.js';
import { Actor, type ApplicationStatus } from './application.enums.js';
import type { ReopenApplicationInput } from './application.inputs.js';
import { changeApplicationStatus } from './change-application-status.js';
import { lockApplication } from './lock-application.js';
import { notifyCandidates } from './notify-candidates.js';

/**
 * Brings an accepted or rejected application back to life. The candidate may have applied again since: whether that
 * is so, the unique index of living applications knows.
 */
export async function reopenApplication(ctx: Context, input: ReopenApplicationInput): Promise<Application> {
  try {
    return await ctx.db.transaction(async (em) => {
      const application = await lockApplication(ctx, em, input.applicationId);
      const from: ApplicationStatus = application.status;
      const move = { actor: Actor.EMPLOYER, to: input.to, reason: input.reason ?? null };
      changeApplicationStatus(ctx, em, application, move, openReopenings(move.actor, from));
      await notifyCandidates(em, [{ application, from }], ctx.clock.now());
      return application;
    });
  } catch (error) {
    if (!violatesUnique(error, 'applications_one_live_per_candidate_and_job')) throw error;
    throw refusal(
      UserErrorCode.ALREADY_APPLIED,
      'applicationId',
      'The candidate has another live application to this job.',
    );
  }
}
