import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../graphql/context.js';
import { inputUuid } from '../graphql/ids.js';
import { refusal, UserErrorCode } from '../graphql/user-error.js';
import { ApplicationNote } from './application-note.entity.js';
import { Application } from './application.entity.js';
import { mayAssess } from './application.policy.js';

/** The note named in an input, if the viewer may see it, locked until the transaction ends. */
export async function lockNote(ctx: Context, em: EntityManager, noteId: string): Promise<ApplicationNote> {
  const id = inputUuid('ApplicationNote', 'noteId', noteId);
  const note = await em.findOne(ApplicationNote, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const application = note && (await em.findOne(Application, { id: note.applicationId }));
  if (!application || !mayAssess(ctx.viewer, application))
    throw refusal(UserErrorCode.NOT_FOUND, 'noteId', 'Note not found.');
  return note;
}
