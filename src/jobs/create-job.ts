import type { Context } from '../graphql/context.js';
import { forbidden } from '../graphql/errors.js';
import { refusal, UserErrorCode } from '../graphql/user-error.js';
import type { EmployerViewer } from '../graphql/viewer.js';
import { checkJob } from './check-job.js';
import { Job } from './job.entity.js';
import { JobStatus, SalaryPeriod } from './job.enums.js';
import type { CreateJobInput } from './job.inputs.js';
import { recordJobEvent } from './record-job-event.js';

/** Writes a draft for the viewer's company. */
export async function createJob(ctx: Context, viewer: EmployerViewer, input: CreateJobInput): Promise<Job> {
  const { companyId } = viewer;
  if (companyId === null)
    throw refusal(UserErrorCode.COMPANY_REQUIRED, null, 'Create or join a company first.');
  if (!viewer.canCreateJobs) throw forbidden('Your company has not given you the permission to create jobs.');
  const now = ctx.clock.now();
  checkJob(input, now);
  return ctx.db.transaction(async (em) => {
    const job = em.create(Job, {
      companyId,
      employerId: viewer.employerId,
      title: input.title,
      description: input.description,
      type: input.type,
      locationType: input.locationType,
      requirements: input.requirements ?? null,
      responsibilities: input.responsibilities ?? null,
      benefits: input.benefits ?? null,
      location: input.location ?? null,
      country: input.country?.toUpperCase() ?? null,
      language: input.language ?? null,
      salaryMin: input.salaryMin ?? null,
      salaryMax: input.salaryMax ?? null,
      currency: input.currency?.toUpperCase() ?? 'XAF',
      salaryPeriod: input.salaryPeriod ?? SalaryPeriod.MONTH,
      status: JobStatus.DRAFT,
      isFeatured: false,
      viewsCount: 0,
      applicationsCount: 0,
      postedAt: null,
      expiresAt: input.expiresAt ?? null,
      createdAt: now,
      updatedAt: now,
    });
    recordJobEvent(em, job, null, now);
    return job;
  });
}
