import type { JobFacts } from './job.js';
import type { Random } from './random.js';

interface Salary {
  salary_min: number | null;
  salary_max: number | null;
  currency: string;
  salary_period: 'HOUR' | 'DAY' | 'MONTH' | 'YEAR';
}

/** Where life, and with it pay, costs more. */
const DEARER_COUNTRIES = new Set(['GA', 'CG', 'GQ']);

/** A fitting salary, or none: some jobs do not tell. XAF and XOF are worth the same, so the figures serve both. */
export function jobSalary(facts: JobFacts, random: Random): Salary {
  const { currency, code } = facts.company.country;
  if (random.chance(9)) return { salary_min: null, salary_max: null, currency, salary_period: 'MONTH' };
  if (facts.type === 'INTERNSHIP') {
    const low = random.int(10, 18) * 5_000;
    return { salary_min: low, salary_max: low + random.int(2, 8) * 5_000, currency, salary_period: 'MONTH' };
  }
  const [least, most] = facts.pay;
  const factor = (DEARER_COUNTRIES.has(code) ? 1.25 : 1) * 1_000;
  const low = (least + (most - least) * 0.6 * random.fraction()) * factor;
  const high = low * (1.15 + 0.35 * random.fraction());
  return { ...perPeriod(facts, low, high, random), currency };
}

/** Pay of a month as the job states it. */
function perPeriod({ type, profession }: JobFacts, low: number, high: number, random: Random) {
  const state = (period: Salary['salary_period'], months: number, step: number) => ({
    salary_min: Math.round((low * months) / step) * step,
    salary_max: Math.round((high * months) / step) * step,
    salary_period: period,
  });
  if (type === 'TEMPORARY') return state('DAY', 1 / 22, 500);
  if (type === 'PART_TIME') {
    return profession.family === 'teaching' ? state('HOUR', 1 / 120, 100) : state('MONTH', 0.5, 5_000);
  }
  if (low > 1_000_000 && random.chance(40)) return state('YEAR', 12, 100_000);
  return state('MONTH', 1, 5_000);
}
