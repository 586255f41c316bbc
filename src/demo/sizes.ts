import { BENCH_LOGINS, DEMO_LOGINS } from './demo-logins.js';

/** An employer who signs in with a known e-mail and whose jobs and applications are counted out exactly. */
export interface KnownEmployer {
  email: string;
  jobs: number;
  applications: number;
}

/** How many rows to make. What is not listed (events, notifications, skills) follows from these. */
export interface DemoCounts {
  companies: number;
  employersWithCompany: number;
  employersWithoutCompany: number;
  admins: number;
  candidates: number;
  /** Jobs and applications of the known employers included. */
  jobs: number;
  applications: number;
  /** Each is the admin of a company: the first of the first company, and so on. */
  knownEmployers: readonly KnownEmployer[];
}

/** The names of the sizes. */
export type DemoSize = 'demo' | 'large' | 'huge';

const demoEmployer = { email: DEMO_LOGINS.employer, jobs: 12, applications: 120 };

const benchEmployers = [
  demoEmployer,
  { email: BENCH_LOGINS.averageEmployer, jobs: 10, applications: 100 },
  { email: BENCH_LOGINS.bigEmployer, jobs: 2_000, applications: 40_000 },
];

/** `demo` for looking around, `large` the volumes the platform is designed for, `huge` ten times those. */
export const DEMO_SIZES: Record<DemoSize, DemoCounts> = {
  demo: {
    companies: 36,
    employersWithCompany: 88,
    employersWithoutCompany: 4,
    admins: 2,
    candidates: 200,
    jobs: 300,
    applications: 2_000,
    knownEmployers: [demoEmployer],
  },
  large: {
    companies: 5_000,
    employersWithCompany: 49_500,
    employersWithoutCompany: 490,
    admins: 10,
    candidates: 50_000,
    jobs: 100_000,
    applications: 1_000_000,
    knownEmployers: benchEmployers,
  },
  huge: {
    companies: 50_000,
    employersWithCompany: 495_000,
    employersWithoutCompany: 4_900,
    admins: 100,
    candidates: 500_000,
    jobs: 1_000_000,
    applications: 10_000_000,
    knownEmployers: benchEmployers,
  },
};
