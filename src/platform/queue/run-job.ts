import type { JobServices } from './job-context.js';
import type { RunnableJob } from './job-kind.js';

interface Attempt {
  id: string;
  attempts: number;
  max_attempts: number;
}

/** Runs one attempt of a job. A failure is logged and thrown on, so that the queue tries again, ever later. */
export async function runJob(
  kind: RunnableJob,
  services: JobServices,
  payload: unknown,
  { id, attempts, max_attempts: maxAttempts }: Attempt,
): Promise<void> {
  const log = services.log.child({ job: kind.name, jobId: id });
  try {
    await kind.run({ ...services, log, jobId: id }, payload);
    log.debug({ attempts }, 'job done');
  } catch (error) {
    const isLast = attempts >= maxAttempts;
    log[isLast ? 'error' : 'warn'](
      { err: error, attempts },
      isLast ? 'job given up' : 'job failed, to be tried again',
    );
    throw error;
  }
}
