import { Migration } from '@mikro-orm/migrations';

const indexesOf = (included: string): string => `
  drop index jobs_employer_id_index;
  create index jobs_employer_id_index on jobs (employer_id, company_id, created_at, id) include (${included});
  drop index jobs_company_id_index;
  create index jobs_company_id_index on jobs (company_id, created_at, id) include (${included});
`;

/**
 * So that the jobs with most applications are found without reading every job of a large company. Counting an application
 * wrote to all indexes before this as well: pages of jobs are too full for an update to stay on its page.
 */
export class IndexJobsWithTheirCounts extends Migration {
  override up(): void {
    this.addSql(indexesOf('status, expires_at, applications_count'));
  }

  override down(): void {
    this.addSql(indexesOf('status, expires_at'));
  }
}
