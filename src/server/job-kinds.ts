import type { RunnableJob } from '../platform/queue/job-kind.js';

/** Every kind of job the workers know. One that is missing here would wait for ever. */
export const jobKinds: readonly RunnableJob[] = [];
