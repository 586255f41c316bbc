import type { Candidate } from '../candidates/candidate.entity.js';
import { candidateById } from '../candidates/candidate.loaders.js';
import type { Context } from '../graphql/context.js';
import { Role } from '../graphql/role.js';
import type { Application } from './application.entity.js';
import { applicationById } from './application.loaders.js';
import { maySeeApplication } from './application.policy.js';
import { hasAppliedToCompany } from './applied-to-company.loader.js';

/** An application as far as the viewer may see it; null otherwise, as if it did not exist. */
export async function findVisibleApplication(ctx: Context, id: string): Promise<Application | null> {
  const application = await applicationById(ctx).load(id);
  return application && maySeeApplication(ctx.viewer, application) ? application : null;
}

/** A candidate for themselves, for employers who hold an application of theirs, and for administrators. */
export async function findVisibleCandidate(ctx: Context, id: string): Promise<Candidate | null> {
  const { viewer } = ctx;
  if (!viewer) return null;
  if (viewer.role === Role.CANDIDATE) return viewer.candidateId === id ? candidateById(ctx).load(id) : null;
  if (viewer.role === Role.ADMIN) return candidateById(ctx).load(id);
  return (await hasAppliedToCompany(ctx).load(id)) ? candidateById(ctx).load(id) : null;
}
