import { refusal, UserErrorCode } from '../graphql/user-error.js';
import { violatesUnique } from '../platform/database/violations.js';

/** Turns the database's refusal of a second skill of one name into the client's mistake it is. */
export async function oneOfEachName<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!violatesUnique(error, 'skills_candidate_id_name_unique')) throw error;
    throw refusal(UserErrorCode.DUPLICATE_SKILL, 'name', 'The profile lists a skill of this name already.');
  }
}
