import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { inputUuid } from '../graphql/ids.js';
import { refusal, UserErrorCode } from '../graphql/user-error.js';
import type { CandidateViewer } from '../graphql/viewer.js';
import { executeIn } from '../platform/database/database.js';

/**
 * The CV that goes with an application: the one named, the active one when none is named, none when it is null. Its row
 * is shared until the transaction ends, so that it cannot be deleted before the application that keeps it is there.
 */
export async function chooseCv(
  em: EntityManager,
  { candidateId }: CandidateViewer,
  cvId: string | null | undefined,
): Promise<string | null> {
  if (cvId === null) return null;
  const wanted = cvId === undefined ? sql`is_active` : sql`id = ${inputUuid('Cv', 'cvId', cvId)}`;
  const [cv] = await executeIn(
    em,
    sql<{ id: string }>`
      select id from cvs where candidate_id = ${candidateId} and deleted_at is null and ${wanted} for share`,
  );
  if (!cv && cvId !== undefined) throw refusal(UserErrorCode.NOT_FOUND, 'cvId', 'CV not found.');
  return cv?.id ?? null;
}
