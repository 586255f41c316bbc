import { Migration } from '@mikro-orm/migrations';

/**
 * For the company's work on applications: notes that can be edited, and indexes that give a page of a large company's
 * list in each of its orders, and its sources, without reading all of its applications.
 */
export class WorkOnApplications extends Migration {
  override up(): void {
    this.addSql(`
      alter table application_notes add column edited_at timestamptz;
      drop index application_notes_application_id_index;
      create index application_notes_application_id_index on application_notes (application_id, created_at, id);

      create index applications_company_id_updated_at_index on applications (company_id, updated_at, id);
      create index applications_company_id_rating_index on applications (company_id, coalesce(rating, 0), id);

      drop index applications_company_id_index;
      create index applications_company_id_index on applications
        (company_id, created_at, id) include (status, interviewed_at, job_id, source);
      drop index applications_job_id_index;
      create index applications_job_id_index on applications (job_id, created_at, id) include (status, source);
    `);
  }

  override down(): void {
    this.addSql(`
      drop index applications_job_id_index;
      create index applications_job_id_index on applications (job_id, created_at, id) include (status);
      drop index applications_company_id_index;
      create index applications_company_id_index on applications
        (company_id, created_at, id) include (status, interviewed_at, job_id);

      drop index applications_company_id_rating_index;
      drop index applications_company_id_updated_at_index;

      drop index application_notes_application_id_index;
      create index application_notes_application_id_index on application_notes (application_id, created_at);
      alter table application_notes drop column edited_at;
    `);
  }
}
