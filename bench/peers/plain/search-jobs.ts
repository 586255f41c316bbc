import type { FilterQuery } from '@mikro-orm/core';
import { JobStatus } from './enums.js';
import type { Job } from './job.entity.js';

export function openJobs(): FilterQuery<Job> {
  return {
    status: JobStatus.PUBLISHED,
    $or: [{ expiresAt: null }, { expiresAt: { $gt: new Date() } }],
  };
}

/** Searching as a first version does it: ILIKE, newest first. */
export function searchJobs(words: string): FilterQuery<Job> {
  const like = { $ilike: `%${words}%` };
  return {
    $and: [openJobs(), { $or: [{ title: like }, { description: like }, { company: { name: like } }] }],
  };
}
