import type { Context } from '../graphql/context.js';
import { forbidden } from '../graphql/errors.js';
import type { DeleteApplicationNoteInput } from './application-note.inputs.js';
import { mayDeleteNote } from './application-note.policy.js';
import { lockNote } from './lock-note.js';

/** Removes a note, for its author or a company admin, and answers its id. */
export async function deleteApplicationNote(
  ctx: Context,
  input: DeleteApplicationNoteInput,
): Promise<string> {
  return ctx.db.transaction(async (em) => {
    const note = await lockNote(ctx, em, input.noteId);
    if (!mayDeleteNote(ctx.viewer, note))
      throw forbidden('Only its author and company admins may remove a note.');
    em.remove(note);
    return input.noteId;
  });
}
