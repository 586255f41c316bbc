import type { Context } from '../graphql/context.js';
import type { ApplicationNote } from './application-note.entity.js';
import { noteById } from './application-note.loaders.js';
import { applicationById } from './application.loaders.js';
import { mayAssess } from './application.policy.js';

/** A note as far as the viewer may see it; null otherwise, as if it did not exist. */
export async function findVisibleNote(ctx: Context, id: string): Promise<ApplicationNote | null> {
  const note = await noteById(ctx).load(id);
  const application = note && (await applicationById(ctx).load(note.applicationId));
  return application && mayAssess(ctx.viewer, application) ? note : null;
}
