import { sql } from 'kysely';
import { ApplicationStatus } from '../../src/applications/application.enums.js';
import { globalId } from '../../src/graphql/ids.js';
import { DAY } from '../../src/platform/clock.js';
import type { TestServer } from '../support/test-server.js';
import { uuidIn } from '../support/uuid-in.js';
import type { EmployerDashboardAnswer, Scope } from './employer-dashboard-query.js';
import type { EmployerWithCompany } from '../support/people.js';

interface Job {
  id: string;
  owner: string;
  createdAt: Date;
  expiresAt: Date | null;
}

interface Event {
  subject: string;
  job: string;
  to: string;
  at: Date;
}

interface Histories {
  jobs: Job[];
  jobEvents: Event[];
  applicationEvents: Event[];
}

/**
 * The dashboard as anybody would compute it who has the histories and all the time in the world: every job and
 * application is walked through its events up to an instant, once for now and once for 30 days ago. Shares no SQL and
 * no arithmetic with the server.
 */
export async function replayedDashboard(
  server: TestServer,
  employer: EmployerWithCompany,
  scope: Scope,
): Promise<Omit<EmployerDashboardAnswer, 'nextStep'>> {
  const histories = await readHistories(server, employer, scope);
  const now = server.clock.now();
  const present = stateAt(histories, now);
  const past = stateAt(histories, new Date(now.getTime() - 30 * DAY));
  const expired = histories.jobs.filter((job) => job.expiresAt !== null && job.expiresAt <= now);
  const activeJobs = [...present.jobs].filter(
    ([id, status]) => status === 'PUBLISHED' && !expired.some((job) => job.id === id),
  ).length;
  const all = present.applications.size;
  return {
    activeJobs,
    // Expired jobs are closed within a minute, so that of the past the history is the whole truth.
    activeJobsChange: activeJobs - count(past.jobs, 'PUBLISHED'),
    applications: all,
    applicationsChange: all - past.applications.size,
    interviews: count(present.applications, 'INTERVIEW'),
    interviewsChange: count(present.applications, 'INTERVIEW') - count(past.applications, 'INTERVIEW'),
    responseRate: responseRate(present.applications),
    responseRateChange: responseRate(present.applications) - responseRate(past.applications),
    conversionRate: tenths(count(present.applications, 'ACCEPTED'), all),
    meanDaysToInterview: meanDaysToInterview(histories.applicationEvents),
    funnel: Object.values(ApplicationStatus).map((status) => {
      const number = count(present.applications, status);
      return { status, count: number, share: tenths(number, all) };
    }),
    topJobs: topJobs(histories),
    ...lastThings(histories),
  };
}

async function readHistories(
  server: TestServer,
  employer: EmployerWithCompany,
  scope: Scope,
): Promise<Histories> {
  const userId = uuidIn(employer.id);
  const everyJob = await server.db.rows(sql<Job>`
    select j.id, u.id as owner, j.created_at as "createdAt", j.expires_at as "expiresAt"
    from jobs j join employers e on e.id = j.employer_id join users u on u.id = e.user_id
    where j.company_id = ${uuidIn(employer.companyId)} order by j.created_at, j.id`);
  const jobs = everyJob.filter((job) => scope === 'COMPANY' || job.owner === userId);
  const isOurs = (event: Event): boolean => jobs.some((job) => job.id === event.job);
  const jobEvents = await server.db.rows(sql<Event>`
    select job_id as subject, job_id as job, to_status as "to", at from job_events order by at, id`);
  const applicationEvents = await server.db.rows(sql<Event>`
    select e.application_id as subject, a.job_id as job, e.to_status as "to", e.at
    from application_events e join applications a on a.id = e.application_id order by e.at, e.id`);
  return {
    jobs,
    jobEvents: jobEvents.filter(isOurs),
    applicationEvents: applicationEvents.filter(isOurs),
  };
}

interface State {
  jobs: Map<string, string>;
  applications: Map<string, string>;
}

function stateAt({ jobEvents, applicationEvents }: Histories, instant: Date): State {
  return { jobs: replay(jobEvents, instant), applications: replay(applicationEvents, instant) };
}

/** Status by subject after all events up to an instant. */
function replay(events: Event[], instant: Date): Map<string, string> {
  return new Map(events.filter(({ at }) => at <= instant).map(({ subject, to }) => [subject, to]));
}

function count(statuses: Map<string, string>, wanted: string): number {
  return [...statuses.values()].filter((status) => status === wanted).length;
}

function responseRate(applications: Map<string, string>): number {
  return toEven(applications.size - count(applications, 'APPLIED'), applications.size, 100);
}

function tenths(part: number, whole: number): number {
  return toEven(part, whole, 1000) / 10;
}

/** part / whole * units, rounded half to even; the numbers here are small enough for `%` to be exact. */
function toEven(part: number, whole: number, units: number): number {
  if (whole === 0) return 0;
  const rest = (part * units) % whole;
  const below = (part * units - rest) / whole;
  if (rest * 2 === whole) return below % 2 === 0 ? below : below + 1;
  return rest * 2 > whole ? below + 1 : below;
}

function meanDaysToInterview(events: Event[]): number | null {
  const durations = [...Map.groupBy(events, ({ subject }) => subject).values()].flatMap((history) => {
    const interview = history.find(({ to }) => to === 'INTERVIEW');
    const application = history[0];
    return interview && application ? [interview.at.getTime() - application.at.getTime()] : [];
  });
  if (durations.length === 0) return null;
  const total = durations.reduce((sum, duration) => sum + duration, 0);
  return Math.round((total * 10) / (durations.length * DAY)) / 10;
}

function topJobs({ applicationEvents }: Histories): EmployerDashboardAnswer['topJobs'] {
  const received = Map.groupBy(applicationEvents, ({ job }) => job);
  return [...received]
    .map(([id, events]) => ({ id, applications: new Set(events.map(({ subject }) => subject)).size }))
    .toSorted((a, b) => b.applications - a.applications || (a.id < b.id ? -1 : 1))
    .slice(0, 5)
    .map(({ id, applications }) => ({ job: { id: globalId('Job', id) }, applications }));
}

type LastThings = Pick<
  EmployerDashboardAnswer,
  'recentJob' | 'recentApplication' | 'recentInterview' | 'recentInterviewAt'
>;

function lastThings({ jobs, applicationEvents }: Histories): LastThings {
  const job = jobs.at(-1);
  const subjects = [...new Set(applicationEvents.map(({ subject }) => subject))];
  const application = subjects.at(-1);
  const interview = applicationEvents.findLast(({ to }) => to === 'INTERVIEW');
  return {
    recentJob: job ? { id: globalId('Job', job.id) } : null,
    recentApplication: application === undefined ? null : { id: globalId('Application', application) },
    recentInterview: interview ? { id: globalId('Application', interview.subject) } : null,
    recentInterviewAt: interview ? interview.at.toISOString() : null,
  };
}
