/** Password of every demo user. Public on purpose: demo data belongs in no database that matters. */
export const DEMO_PASSWORD = 'Demo!IntoWork2026';

/** One e-mail to sign in with for each role; present in every size. */
export const DEMO_LOGINS = {
  candidate: 'candidate@intowork.example',
  employer: 'employer@intowork.example',
  admin: 'admin@intowork.example',
} as const;

/**
 * Employers of a known weight, by which benchmarks find the dashboards they time. Present in the sizes `large` and
 * `huge`, with the same weight in both, so that what is measured is the growth of the tables around them.
 */
export const BENCH_LOGINS = {
  /** 10 jobs, 100 applications. */
  averageEmployer: 'average-employer@intowork.example',
  /** 2,000 jobs, 40,000 applications. */
  bigEmployer: 'big-employer@intowork.example',
} as const;
