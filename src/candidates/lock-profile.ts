import type { EntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { CandidateViewer } from '../graphql/viewer.js';
import { executeIn } from '../platform/database/database.js';

/**
 * Locks the viewer's own profile until the transaction ends: changes to it and to what belongs to it queue up. Rows that
 * merely refer to it, such as an application on its way, do not wait.
 */
export async function lockProfile(em: EntityManager, { candidateId }: CandidateViewer): Promise<void> {
  await executeIn(em, sql`select id from candidates where id = ${candidateId} for no key update`);
}
