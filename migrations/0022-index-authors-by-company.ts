import { Migration } from '@mikro-orm/migrations';

/**
 * The figures of an author's jobs are those at one company, so the indexes of authors have the company as their second
 * column: as an included one it was a filter the planner expected to pass a single row. The one of applications goes on
 * with the status, by which they are counted, so that nothing is hashed or sorted.
 */
export class IndexAuthorsByCompany extends Migration {
  override up(): void {
    this.addSql(`
      drop index jobs_employer_id_index;
      create index jobs_employer_id_index on jobs (employer_id, company_id, created_at, id)
        include (status, expires_at);
      drop index job_events_employer_id_at_index;
      create index job_events_employer_id_at_index on job_events (employer_id, company_id, at)
        include (from_status, to_status);
      drop index applications_employer_id_index;
      create index applications_employer_id_index on applications (employer_id, company_id, status, created_at, id)
        include (interviewed_at);
      drop index application_events_employer_id_at_index;
      create index application_events_employer_id_at_index on application_events (employer_id, company_id, at)
        include (from_status, to_status, application_id);
    `);
  }

  override down(): void {
    this.addSql(`
      drop index application_events_employer_id_at_index;
      create index application_events_employer_id_at_index on application_events (employer_id, at)
        include (from_status, to_status, application_id, company_id);
      drop index applications_employer_id_index;
      create index applications_employer_id_index on applications (employer_id, created_at, id)
        include (status, interviewed_at, job_id, company_id);
      drop index job_events_employer_id_at_index;
      create index job_events_employer_id_at_index on job_events (employer_id, at)
        include (from_status, to_status, company_id);
      drop index jobs_employer_id_index;
      create index jobs_employer_id_index on jobs (employer_id, created_at, id)
        include (status, expires_at, company_id);
    `);
  }
}
