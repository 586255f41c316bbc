import type { Context } from '../graphql/context.js';
import { namedChanges } from '../graphql/named-changes.js';
import type { EmployerViewer } from '../graphql/viewer.js';
import { Employer } from './employer.entity.js';
import type { UpdateEmployerProfileInput } from './employer.inputs.js';
import { forgetEmployer } from './employer.loaders.js';

/** Changes what the input names of the viewer's own profile. */
export async function updateEmployerProfile(
  ctx: Context,
  viewer: EmployerViewer,
  input: UpdateEmployerProfileInput,
): Promise<Employer> {
  const changes = namedChanges(input);
  const employer = await ctx.db.transaction(async (em) => {
    const profile = await em.findOneOrFail(Employer, { id: viewer.employerId });
    return em.assign(profile, { ...changes, updatedAt: ctx.clock.now() });
  });
  forgetEmployer(ctx, employer);
  return employer;
}
