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
export type DemoSize = 'demo' | 'large' | 'larger' | 'huge';

const demoEmployer = { email: DEMO_LOGINS.employer, jobs: 12, applications: 120 };

const benchEmployers = [
  demoEmployer,
  { email: BENCH_LOGINS.averageEmployer, jobs: 10, applications: 100 },
  { email: BENCH_LOGINS.bigEmployer, jobs: 2_000, applications: 40_000 },
];

/** The volumes the platform is designed for, multiplied; only the known employers keep theirs. */
function largeTimes(times: number): DemoCounts {
  return {
    companies: times * 5_000,
    employersWithCompany: times * 49_500,
    employersWithoutCompany: times * 490,
    admins: times * 10,
    candidates: times * 50_000,
    jobs: times * 100_000,
    applications: times * 1_000_000,
    knownEmployers: benchEmployers,
  };
}

/** `demo` for looking around, `large` the volumes the platform is designed for, `larger` three and `huge` ten times those. */
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
  large: largeTimes(1),
  larger: largeTimes(3),
  huge: largeTimes(10),
};
