import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../graphql/context.js';
import { ApplicationEvent } from './application-event.entity.js';
import type { Application } from './application.entity.js';
import type { Actor, ApplicationStatus } from './application.enums.js';

interface Change {
  actor: Actor;
  from: ApplicationStatus | null;
  reason: string | null;
  at: Date;
}

/** Adds the change to the application's present status to its history, in the transaction of the change. */
export function recordApplicationEvent(
  ctx: Context,
  em: EntityManager,
  application: Application,
  change: Change,
): void {
  em.create(ApplicationEvent, {
    applicationId: application.id,
    companyId: application.companyId,
    employerId: application.employerId,
    actorUserId: ctx.viewer?.userId ?? null,
    actor: change.actor,
    from: change.from,
    to: application.status,
    reason: change.reason,
    at: change.at,
  });
}
