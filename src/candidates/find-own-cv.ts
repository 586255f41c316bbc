import type { EntityManager } from '@mikro-orm/postgresql';
import { inputUuid } from '../graphql/ids.js';
import { refusal, UserErrorCode } from '../graphql/user-error.js';
import type { CandidateViewer } from '../graphql/viewer.js';
import { Cv } from './cv.entity.js';

/** The CV named in an input, if it is on the viewer's own profile. */
export async function findOwnCv(
  em: EntityManager,
  { candidateId }: CandidateViewer,
  cvId: string,
): Promise<Cv> {
  const cv = await em.findOne(Cv, { id: inputUuid('Cv', 'cvId', cvId), candidateId, deletedAt: null });
  if (!cv) throw refusal(UserErrorCode.NOT_FOUND, 'cvId', 'CV not found.');
  return cv;
}
