import type { Person } from '../support/people.js';

export type Scope = 'OWN_JOBS' | 'COMPANY';

export interface EmployerDashboardAnswer {
  nextStep: string | null;
  activeJobs: number;
  activeJobsChange: number;
  applications: number;
  applicationsChange: number;
  interviews: number;
  interviewsChange: number;
  responseRate: number;
  responseRateChange: number;
  conversionRate: number;
  meanDaysToInterview: number | null;
  funnel: { status: string; count: number; share: number }[];
  topJobs: { job: { id: string }; applications: number }[];
  recentJob: { id: string } | null;
  recentApplication: { id: string } | null;
  recentInterview: { id: string } | null;
  recentInterviewAt: string | null;
}

/** Every figure of an employer's dashboard. */
export const EMPLOYER_DASHBOARD = `query ($scope: DashboardScope!) {
  dashboard(scope: $scope) {
    ... on EmployerDashboard {
      nextStep activeJobs activeJobsChange applications applicationsChange interviews interviewsChange
      responseRate responseRateChange conversionRate meanDaysToInterview
      funnel { status count share }
      topJobs { job { id } applications }
      recentJob { id } recentApplication { id } recentInterview { id } recentInterviewAt
    }
  }
}`;

export async function employerDashboardOf(
  employer: Person,
  scope: Scope = 'OWN_JOBS',
): Promise<EmployerDashboardAnswer> {
  const { dashboard } = await employer.client.data<{ dashboard: EmployerDashboardAnswer }>(
    EMPLOYER_DASHBOARD,
    { scope },
  );
  return dashboard;
}
