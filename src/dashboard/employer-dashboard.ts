import { Application } from '../applications/application.entity.js';
import { ApplicationStatus } from '../applications/application.enums.js';
import type { Context } from '../graphql/context.js';
import type { EmployerViewer } from '../graphql/viewer.js';
import { Job } from '../jobs/job.entity.js';
import { jobById } from '../jobs/job.loaders.js';
import { addTime, DAY } from '../platform/clock.js';
import { FixedStatement } from '../platform/database/fixed-statement.js';
import {
  employerDashboardStatement,
  type EmployerFigures,
  type JobOwner,
} from './employer-dashboard.statement.js';
import {
  DashboardScope,
  EmployerDashboard,
  EmployerNextStep,
  type FunnelStep,
} from './employer-dashboard.type.js';
import { percent } from './percent.js';

const CHANGE_WINDOW = 30 * DAY;

interface FiguresOfCompany {
  companyId: string | null;
  now: Date;
  since: Date;
}

const figuresOfCompany = new FixedStatement((columns, { companyId, now, since }: FiguresOfCompany) =>
  employerDashboardStatement(columns, { companyId }, now, since),
);

const figuresOfAuthor = new FixedStatement(
  (columns, { companyId, employerId, now, since }: FiguresOfCompany & { employerId: string }) =>
    employerDashboardStatement(columns, { companyId, employerId }, now, since),
);

/** The dashboard of an employer, for their own jobs or their whole company. */
export async function employerDashboard(
  ctx: Context,
  viewer: EmployerViewer,
  scope: DashboardScope,
): Promise<EmployerDashboard> {
  const { companyId, employerId } = viewer;
  // Jobs stay with their company: those an author left behind at an earlier one are no longer theirs to see.
  const owner = scope === DashboardScope.COMPANY ? { companyId } : { companyId, employerId };
  // Colleagues look at the same figures, which take long to read for a large company.
  const figures = await ctx.db.shared.read(JSON.stringify(['employer dashboard', owner]), () =>
    readFigures(ctx, owner),
  );
  return Object.assign(new EmployerDashboard(), numbersOf(figures, viewer), objectsOf(ctx, figures, viewer));
}

async function readFigures(
  { db, clock }: Context,
  { companyId, employerId }: JobOwner,
): Promise<EmployerFigures> {
  const now = clock.now();
  const values = { companyId, now, since: addTime(now, -CHANGE_WINDOW) };
  const figures = await db.row(
    employerId === undefined
      ? figuresOfCompany.with(db.columns, values)
      : figuresOfAuthor.with(db.columns, { ...values, employerId }),
  );
  if (!figures) throw new Error('the dashboard statement gave no row');
  return figures;
}

function numbersOf(figures: EmployerFigures, viewer: EmployerViewer): Partial<EmployerDashboard> {
  const { applications, applicationsChange, respondedChange } = figures;
  const counts = figures.byStatus ?? {};
  const responded = applications - (counts[ApplicationStatus.APPLIED] ?? 0);
  const activeJobs = figures.published - figures.expired;
  const responseRate = percent(responded, applications);
  return {
    nextStep: nextStep(viewer, figures.jobs, activeJobs),
    activeJobs,
    activeJobsChange: figures.publishedChange - figures.expired,
    applications,
    applicationsChange,
    interviews: counts[ApplicationStatus.INTERVIEW] ?? 0,
    interviewsChange: figures.interviewsChange,
    responseRate,
    responseRateChange:
      responseRate - percent(responded - respondedChange, applications - applicationsChange),
    conversionRate: percent(counts[ApplicationStatus.ACCEPTED] ?? 0, applications, 1),
    meanDaysToInterview: figures.meanDaysToInterview,
    funnel: Object.values(ApplicationStatus).map((status): FunnelStep => {
      const count = counts[status] ?? 0;
      return { status, count, share: percent(count, applications, 1) };
    }),
  };
}

/** The jobs and applications it shows; what the viewer's permissions do not cover is left out here. */
function objectsOf(
  ctx: Context,
  figures: EmployerFigures,
  viewer: EmployerViewer,
): Partial<EmployerDashboard> {
  const { columns } = ctx.db;
  const jobOf = (json: Record<string, unknown>): Job => {
    const job = columns.revive(Job, json);
    jobById(ctx).prime(job.id, job);
    return job;
  };
  const applicationOf = (json: Record<string, unknown> | null): Application | null =>
    json && viewer.canManageCandidates ? columns.revive(Application, json) : null;
  const recentInterview = applicationOf(figures.recentInterview);
  return {
    topJobs: (figures.topJobs ?? []).map(({ job, applications }) => ({ job: jobOf(job), applications })),
    recentJob: figures.recentJob ? jobOf(figures.recentJob) : null,
    recentApplication: applicationOf(figures.recentApplication),
    recentInterview,
    recentInterviewAt: recentInterview ? figures.recentInterviewAt : null,
  };
}

function nextStep(viewer: EmployerViewer, jobs: number, activeJobs: number): EmployerNextStep | null {
  if (viewer.companyId === null) return EmployerNextStep.CREATE_COMPANY;
  if (!viewer.canCreateJobs) return null;
  if (jobs === 0) return EmployerNextStep.CREATE_JOB;
  return activeJobs === 0 ? EmployerNextStep.PUBLISH_JOB : null;
}
