import { Growth } from './growth.js';
import { Kind } from './kinds.js';
import { Random } from './random.js';
import type { DemoCounts } from './sizes.js';
import { DAY, HOUR, MINUTE, type Seconds } from './time.js';

/** Who exists since when, and who belongs to which company. The first employer of a company is its admin. */
export class PeoplePlan {
  private readonly candidates: Growth;
  private readonly companies: Growth;

  constructor(
    readonly counts: DemoCounts,
    readonly now: Seconds,
  ) {
    this.candidates = new Growth(counts.candidates, now, 540 * DAY, HOUR, 1.3);
    this.companies = new Growth(counts.companies, now, 720 * DAY, 8 * DAY, 1.1);
  }

  get employers(): number {
    return this.counts.employersWithCompany + this.counts.employersWithoutCompany;
  }

  candidateSince(index: number): Seconds {
    return this.candidates.since(index);
  }

  candidatesAt(time: Seconds): number {
    return this.candidates.countAt(time);
  }

  companySince(index: number): Seconds {
    return this.companies.since(index);
  }

  companiesAt(time: Seconds): number {
    return this.companies.countAt(time);
  }

  adminSince(index: number): Seconds {
    return this.now - 730 * DAY + index * DAY;
  }

  /** The company of an employer; null for the last ones, who have none. */
  companyOf(employer: number): number | null {
    return employer < this.counts.employersWithCompany ? employer % this.counts.companies : null;
  }

  employersOf(company: number): number[] {
    const employers: number[] = [];
    for (let index = company; index < this.counts.employersWithCompany; index += this.counts.companies) {
      employers.push(index);
    }
    return employers;
  }

  isCompanyAdmin(employer: number): boolean {
    return employer < this.counts.companies;
  }

  employerSince(employer: number): Seconds {
    const random = Random.of(Kind.PLAN, employer);
    const company = this.companyOf(employer);
    if (company === null) return this.now - random.int(2 * HOUR, 40 * DAY);
    const companySince = this.companySince(company);
    if (this.isCompanyAdmin(employer)) return companySince - 15 * MINUTE;
    return companySince + random.int(DAY, Math.floor((this.now - companySince) * 0.7));
  }

  canCreateJobs(employer: number): boolean {
    return this.isCompanyAdmin(employer) || employer % 7 !== 3;
  }
}
