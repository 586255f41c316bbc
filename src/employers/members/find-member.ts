import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { inputUuid } from '../../graphql/ids.js';
import { refusal, UserErrorCode } from '../../graphql/user-error.js';
import { Employer } from '../employer.entity.js';

/** The member named in an input, of a company that is locked; their row is from here on, too. */
export async function findMember(
  em: EntityManager,
  companyId: string,
  employerId: string,
): Promise<Employer> {
  const id = inputUuid('Employer', 'employerId', employerId);
  const member = await em.findOne(Employer, { id, companyId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!member) throw refusal(UserErrorCode.NOT_FOUND, 'employerId', 'Your company has no such member.');
  return member;
}
