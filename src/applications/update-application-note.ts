import type { Context } from '../graphql/context.js';
import { forbidden } from '../graphql/errors.js';
import type { ApplicationNote } from './application-note.entity.js';
import type { UpdateApplicationNoteInput } from './application-note.inputs.js';
import { mayRewriteNote } from './application-note.policy.js';
import { lockNote } from './lock-note.js';

/** Changes what a note says, for its author. */
export async function updateApplicationNote(
  ctx: Context,
  input: UpdateApplicationNoteInput,
): Promise<ApplicationNote> {
  return ctx.db.transaction(async (em) => {
    const note = await lockNote(ctx, em, input.noteId);
    if (!mayRewriteNote(ctx.viewer, note)) throw forbidden('Only its author may change a note.');
    note.body = input.body;
    note.editedAt = ctx.clock.now();
    return note;
  });
}
