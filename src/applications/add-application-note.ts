import type { Context } from '../graphql/context.js';
import type { EmployerViewer } from '../graphql/viewer.js';
import { ApplicationNote } from './application-note.entity.js';
import type { AddApplicationNoteInput } from './application-note.inputs.js';
import { lockApplication } from './lock-application.js';

/** Keeps a note of the viewer with an application they work on. */
export async function addApplicationNote(
  ctx: Context,
  viewer: EmployerViewer,
  input: AddApplicationNoteInput,
): Promise<ApplicationNote> {
  return ctx.db.transaction(async (em) => {
    const application = await lockApplication(ctx, em, input.applicationId);
    return em.create(ApplicationNote, {
      applicationId: application.id,
      employerId: viewer.employerId,
      body: input.body,
      editedAt: null,
      createdAt: ctx.clock.now(),
    });
  });
}
