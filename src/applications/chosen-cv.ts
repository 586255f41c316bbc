import { sql, type RawBuilder } from 'kysely';
import { inputUuid } from '../graphql/ids.js';
import { refusal, UserErrorCode } from '../graphql/user-error.js';
import type { CandidateViewer } from '../graphql/viewer.js';

/** What an application says about its CV: the id of one, null for none, nothing for the active one. */
type CvChoice = string | null | undefined;

/**
 * The id of the CV that goes with an application, as an expression for the statement that opens it; null if there is no
 * such CV. Its row is shared until the transaction ends, so that it cannot be deleted before the application that keeps
 * it is there.
 */
export function chosenCv({ candidateId }: CandidateViewer, choice: CvChoice): RawBuilder<string | null> {
  if (choice === null) return sql`null::uuid`;
  const wanted = choice === undefined ? sql`is_active` : sql`id = ${inputUuid('Cv', 'cvId', choice)}`;
  return sql`(select id from cvs where candidate_id = ${candidateId} and deleted_at is null and ${wanted} for share)`;
}

/** Refuses an application whose CV was named and not found. */
export function checkChosenCv(choice: CvChoice, found: string | null): void {
  if (typeof choice === 'string' && found === null)
    throw refusal(UserErrorCode.NOT_FOUND, 'cvId', 'CV not found.');
}
