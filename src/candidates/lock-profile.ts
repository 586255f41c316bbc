import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import type { CandidateViewer } from '../graphql/viewer.js';
import { Candidate } from './candidate.entity.js';

/** The viewer's own profile, locked until the transaction ends: changes to it and to what belongs to it queue up. */
export function lockProfile(em: EntityManager, { candidateId }: CandidateViewer): Promise<Candidate> {
  return em.findOneOrFail(Candidate, { id: candidateId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
}
