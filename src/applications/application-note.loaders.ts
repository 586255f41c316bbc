import { sql } from 'kysely';
import { defineNestedPages } from '../graphql/nested-pages.js';
import { highestFirst } from '../graphql/order.js';
import { rowById } from '../graphql/row-by-id.js';
import { ApplicationNote } from './application-note.entity.js';

export const noteById = rowById(ApplicationNote, 'application_notes');

/** The notes on an application, newest first. */
export const notesOfApplication = defineNestedPages<ApplicationNote>(({ db }) => ({
  columns: db.columns.list(ApplicationNote, 'n'),
  from: sql`application_notes n`,
  where: [sql`n.application_id = parent.id`],
  order: highestFirst('newest', sql`n.created_at`, 'timestamptz', 'n'),
}));
