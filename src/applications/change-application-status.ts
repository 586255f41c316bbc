import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../graphql/context.js';
import { refusal, UserErrorCode } from '../graphql/user-error.js';
import { openTransitions } from './application-states.js';
import type { Application } from './application.entity.js';
import { Actor, ApplicationStatus } from './application.enums.js';
import { recordApplicationEvent } from './record-application-event.js';

interface Move {
  actor: Actor;
  to: ApplicationStatus;
  reason: string | null;
}

/**
 * Moves a locked application and records it; refuses transitions that are not open to the actor.
 *
 * @param open - where it may go: along the usual transitions, unless told otherwise
 */
export function changeApplicationStatus(
  ctx: Context,
  em: EntityManager,
  application: Application,
  move: Move,
  open: ApplicationStatus[] = openTransitions(move.actor, application.status),
): void {
  const from: ApplicationStatus = application.status;
  if (!open.includes(move.to)) {
    throw refusal(
      UserErrorCode.INVALID_TRANSITION,
      // A withdrawal names no status.
      move.actor === Actor.CANDIDATE ? 'applicationId' : 'to',
      `An application that is ${from} cannot become ${move.to}.`,
    );
  }
  const now = ctx.clock.now();
  application.status = move.to;
  application.updatedAt = now;
  if (move.to === ApplicationStatus.INTERVIEW) application.interviewedAt ??= now;
  recordApplicationEvent(ctx, em, application, { actor: move.actor, from, reason: move.reason, at: now });
}
