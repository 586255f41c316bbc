import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import type { Context } from '../graphql/context.js';
import { inputUuid } from '../graphql/ids.js';
import { refusal, UserErrorCode, type Refusal } from '../graphql/user-error.js';
import type { CandidateViewer } from '../graphql/viewer.js';
import { findVisibleJob } from '../jobs/find-job.js';
import { publicJobs } from '../jobs/job.policy.js';
import { executeIn } from '../platform/database/database.js';
import { violatesUnique } from '../platform/database/violations.js';
import { Application } from './application.entity.js';
import { Actor, ApplicationSource, ApplicationStatus } from './application.enums.js';
import type { ApplyToJobInput } from './application.inputs.js';
import { checkChosenCv, chosenCv } from './chosen-cv.js';
import { notifyAs } from './notify-author.js';
import { recordApplicationEvent } from './record-application-event.js';

/** Sends a candidate's application: the row, its history, the job's count and the author's notification at once. */
export async function applyToJob(
  ctx: Context,
  viewer: CandidateViewer,
  input: ApplyToJobInput,
): Promise<Application> {
  const jobId = inputUuid('Job', 'jobId', input.jobId);
  if (input.source !== ApplicationSource.OTHER && input.sourceDetail != null) {
    throw refusal(UserErrorCode.INVALID, 'sourceDetail', 'sourceDetail goes with the source OTHER only.');
  }
  const application = await writeApplication(ctx, viewer, jobId, input);
  // Found out after the transaction: asking the pool for a second connection while holding one can starve it.
  if (!application) throw await whyNotOpen(ctx, jobId);
  return application;
}

/** Null, and nothing written, when the job is not open. */
async function writeApplication(
  ctx: Context,
  viewer: CandidateViewer,
  jobId: string,
  input: ApplyToJobInput,
): Promise<Application | null> {
  const now = ctx.clock.now();
  try {
    return await ctx.db.transaction(async (em) => {
      const job = await countApplication(em, jobId, chosenCv(viewer, input.cvId), now);
      if (!job) return null;
      checkChosenCv(input.cvId, job.cvId);
      const { authorId, ...kept } = job;
      const application = em.create(Application, {
        jobId,
        ...kept,
        candidateId: viewer.candidateId,
        status: ApplicationStatus.APPLIED,
        coverLetter: input.coverLetter ?? null,
        source: input.source,
        sourceDetail: input.sourceDetail ?? null,
        rating: null,
        interviewedAt: null,
        createdAt: now,
        updatedAt: now,
      });
      recordApplicationEvent(ctx, em, application, {
        actor: Actor.CANDIDATE,
        from: null,
        reason: null,
        at: now,
      });
      if (authorId !== null) await notifyAs(authorId, em, application, 'NEW_APPLICATION', {}, now);
      return application;
    });
  } catch (error) {
    if (!violatesUnique(error, 'applications_one_live_per_candidate_and_job')) throw error;
    throw refusal(UserErrorCode.ALREADY_APPLIED, 'jobId', 'You have a live application to this job already.');
  }
}

interface CountedJob {
  companyId: string;
  employerId: string | null;
  /** The user who wrote it, if they still work there. */
  authorId: string | null;
  cvId: string | null;
}

/**
 * Counts the application on its job, if that is open: one conditional update, which also holds the job's row, so
 * that it cannot be closed or deleted before this application is in. What else the application needs comes with it,
 * because the connection is held while each statement more is waited for.
 */
async function countApplication(
  em: EntityManager,
  jobId: string,
  cv: RawBuilder<string | null>,
  now: Date,
): Promise<CountedJob | undefined> {
  const [job] = await executeIn(
    em,
    sql<CountedJob>`
      update jobs j set applications_count = applications_count + 1
      where j.id = ${jobId} and ${publicJobs('j', now)}
      returning j.company_id as "companyId", j.employer_id as "employerId",
        (select e.user_id from employers e where e.id = j.employer_id and e.company_id = j.company_id) as "authorId",
        ${cv} as "cvId"`,
  );
  return job;
}

async function whyNotOpen(ctx: Context, jobId: string): Promise<Refusal> {
  return (await findVisibleJob(ctx, jobId))
    ? refusal(UserErrorCode.JOB_NOT_OPEN, 'jobId', 'This job no longer takes applications.')
    : refusal(UserErrorCode.NOT_FOUND, 'jobId', 'Job not found.');
}
