import type { CopyRow } from './copy-rows.js';
import { generateApplicationEvents } from './generate-application-events.js';
import { generateApplications } from './generate-applications.js';
import { generateCandidates } from './generate-candidates.js';
import { generateCompanies } from './generate-companies.js';
import { generateEmployers } from './generate-employers.js';
import { countJobEvents, generateJobEvents } from './generate-job-events.js';
import { generateJobs } from './generate-jobs.js';
import { countNotifications, generateNotifications } from './generate-notifications.js';
import {
  countProfileRows,
  generateEducations,
  generateExperiences,
  generateSkills,
} from './generate-profiles.js';
import { countUsers, generateUsers } from './generate-users.js';
import type { Plan } from './plan.js';

/** A table to fill: how many rows it will get, and the rows. */
export interface DemoTable {
  name: string;
  count: (plan: Plan) => number;
  rows: (plan: Plan) => Iterable<CopyRow>;
}

/** Every table demo data goes to, so ordered that a row comes after those it points to. */
export const DEMO_TABLES: readonly DemoTable[] = [
  { name: 'users', count: countUsers, rows: generateUsers },
  { name: 'companies', count: ({ counts }) => counts.companies, rows: generateCompanies },
  { name: 'employers', count: ({ people }) => people.employers, rows: generateEmployers },
  { name: 'candidates', count: ({ counts }) => counts.candidates, rows: generateCandidates },
  { name: 'experiences', count: (plan) => countProfileRows(plan, 'experiences'), rows: generateExperiences },
  { name: 'educations', count: (plan) => countProfileRows(plan, 'educations'), rows: generateEducations },
  { name: 'skills', count: (plan) => countProfileRows(plan, 'skills'), rows: generateSkills },
  { name: 'jobs', count: ({ counts }) => counts.jobs, rows: generateJobs },
  { name: 'job_events', count: countJobEvents, rows: generateJobEvents },
  { name: 'applications', count: ({ counts }) => counts.applications, rows: generateApplications },
  { name: 'application_events', count: ({ events }) => events.count, rows: generateApplicationEvents },
  { name: 'notifications', count: countNotifications, rows: generateNotifications },
];
