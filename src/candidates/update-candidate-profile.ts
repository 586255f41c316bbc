import type { Context } from '../graphql/context.js';
import { namedChanges } from '../graphql/named-changes.js';
import { refusal, UserErrorCode } from '../graphql/user-error.js';
import type { CandidateViewer } from '../graphql/viewer.js';
import { Candidate } from './candidate.entity.js';
import type { UpdateCandidateProfileInput } from './candidate.inputs.js';
import { lockProfile } from './lock-profile.js';

/** Changes what the input names of the viewer's own profile. */
export async function updateCandidateProfile(
  ctx: Context,
  viewer: CandidateViewer,
  input: UpdateCandidateProfileInput,
): Promise<Candidate> {
  const changes = namedChanges(input);
  return ctx.db.transaction(async (em) => {
    await lockProfile(em, viewer);
    const profile = await em.findOneOrFail(Candidate, { id: viewer.candidateId });
    const { salaryExpectationMin: min = profile.salaryExpectationMin } = input;
    const { salaryExpectationMax: max = profile.salaryExpectationMax } = input;
    if (min !== null && max !== null && min > max) {
      const message = 'salaryExpectationMax must not be below salaryExpectationMin.';
      throw refusal(UserErrorCode.INVALID, 'salaryExpectationMax', message);
    }
    em.assign(profile, { ...changes, updatedAt: ctx.clock.now() });
    return profile;
  });
}
