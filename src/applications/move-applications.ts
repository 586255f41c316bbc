import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../graphql/context.js';
import { globalId, inputUuid } from '../graphql/ids.js';
import { Refusal, refusal, UserErrorCode } from '../graphql/user-error.js';
import { Application } from './application.entity.js';
import { Actor, type ApplicationStatus } from './application.enums.js';
import type { MoveApplicationsInput } from './application.inputs.js';
import type { MoveResult } from './application.payloads.js';
import { forgetApplication } from './application.loaders.js';
import { maySeeApplication } from './application.policy.js';
import { changeApplicationStatus } from './change-application-status.js';
import { notifyCandidates, type Moved } from './notify-candidates.js';

/**
 * Moves many applications for the company, each on its own merits: what may not move is reported and the rest goes on.
 *
 * One transaction for all, without savepoints. Whether one may move is settled before anything is written, while its
 * row is locked, and no move can break a constraint; so nothing that concerns one application alone can fail later. The
 * unit of work then writes all of them with one UPDATE and one INSERT each for history and notifications.
 */
export async function moveApplications(ctx: Context, input: MoveApplicationsInput): Promise<MoveResult[]> {
  const ids = new Set(input.applicationIds.map((id) => inputUuid('Application', 'applicationIds', id)));
  return ctx.db.transaction(async (em) => {
    const found = await lockAll(em, [...ids]);
    const moved: Moved[] = [];
    const results = [...ids].map((id) => moveOne(ctx, em, input, id, found.get(id), moved));
    await notifyCandidates(em, moved, ctx.clock.now());
    return results;
  });
}

/** Always in the same order, so that two bulk moves wait for each other instead of blocking each other. */
async function lockAll(em: EntityManager, ids: string[]): Promise<Map<string, Application>> {
  const applications = await em.find(
    Application,
    { id: { $in: ids } },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
  );
  return new Map(applications.map((application) => [application.id, application]));
}

function moveOne(
  ctx: Context,
  em: EntityManager,
  input: MoveApplicationsInput,
  id: string,
  application: Application | undefined,
  moved: Moved[],
): MoveResult {
  const applicationId = globalId('Application', id);
  try {
    if (!application || !maySeeApplication(ctx.viewer, application))
      throw refusal(UserErrorCode.NOT_FOUND, 'applicationIds', 'Application not found.');
    const from: ApplicationStatus = application.status;
    const { to, reason = null } = input;
    changeApplicationStatus(ctx, em, application, { actor: Actor.EMPLOYER, to, reason });
    forgetApplication(ctx, id);
    moved.push({ application, from });
    return { applicationId, application, userErrors: [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { applicationId, application: null, userErrors: error.userErrors };
  }
}
