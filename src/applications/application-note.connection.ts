import { connectionType } from '../graphql/connection.js';
import { ApplicationNote } from './application-note.entity.js';

export const ApplicationNoteConnection = connectionType('ApplicationNote', 'notes', () => ApplicationNote);
