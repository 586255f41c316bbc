import type { Context } from '../graphql/context.js';
import type { Employer } from './employer.entity.js';
import { employerById, employerByUserId } from './employer.loaders.js';
import { maySeeEmployer } from './employer.policy.js';

/** An employer as far as the viewer may see them; null otherwise, as if they did not exist. */
export async function findVisibleEmployer(ctx: Context, id: string): Promise<Employer | null> {
  return asFarAsVisible(ctx, await employerById(ctx).load(id));
}

/** The same, for the employer profile of a user. */
export async function findVisibleEmployerOfUser(ctx: Context, userId: string): Promise<Employer | null> {
  return asFarAsVisible(ctx, await employerByUserId(ctx).load(userId));
}

function asFarAsVisible({ viewer }: Context, employer: Employer | null): Employer | null {
  return employer && maySeeEmployer(viewer, employer) ? employer : null;
}
