import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../graphql/context.js';
import { inputUuid } from '../graphql/ids.js';
import { refusal, UserErrorCode } from '../graphql/user-error.js';
import { Application } from './application.entity.js';
import { forgetApplication } from './application.loaders.js';
import { maySeeApplication } from './application.policy.js';

/** The application named in an input, if the viewer may see it, locked until the transaction ends. */
export async function lockApplication(
  ctx: Context,
  em: EntityManager,
  applicationId: string,
): Promise<Application> {
  const id = inputUuid('Application', 'applicationId', applicationId);
  const application = await em.findOne(Application, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!application || !maySeeApplication(ctx.viewer, application)) {
    throw refusal(UserErrorCode.NOT_FOUND, 'applicationId', 'Application not found.');
  }
  forgetApplication(ctx, id);
  return application;
}
