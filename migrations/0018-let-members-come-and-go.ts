import { Migration } from '@mikro-orm/migrations';

/**
 * Invitations can be cancelled, and of one address a company has one that is open. The figures of an employer's own jobs
 * are those of the company they belong to now, so their indexes carry the company.
 */
export class LetMembersComeAndGo extends Migration {
  override up(): void {
    this.addSql(`
      alter table company_invitations add column cancelled_at timestamptz;
      drop index company_invitations_company_id_index;
      create index company_invitations_company_id_index on company_invitations (company_id, created_at, id);
      create unique index company_invitations_one_open_per_address on company_invitations (company_id, email)
        where accepted_at is null and cancelled_at is null;
    `);
    this.addSql(`
      drop index job_events_employer_id_at_index;
      create index job_events_employer_id_at_index on job_events (employer_id, at)
        include (from_status, to_status, company_id);
      drop index applications_employer_id_index;
      create index applications_employer_id_index on applications (employer_id, created_at, id)
        include (status, interviewed_at, job_id, company_id);
      drop index application_events_employer_id_at_index;
      create index application_events_employer_id_at_index on application_events (employer_id, at)
        include (from_status, to_status, application_id, company_id);
    `);
  }

  override down(): void {
    this.addSql(`
      drop index application_events_employer_id_at_index;
      create index application_events_employer_id_at_index on application_events (employer_id, at)
        include (from_status, to_status, application_id);
      drop index applications_employer_id_index;
      create index applications_employer_id_index on applications (employer_id, created_at, id)
        include (status, interviewed_at, job_id);
      drop index job_events_employer_id_at_index;
      create index job_events_employer_id_at_index on job_events (employer_id, at) include (from_status, to_status);
    `);
    // Without the column they would pass for open ones.
    this.addSql('delete from company_invitations where cancelled_at is not null');
    this.addSql(`
      drop index company_invitations_one_open_per_address;
      drop index company_invitations_company_id_index;
      create index company_invitations_company_id_index on company_invitations (company_id);
      alter table company_invitations drop column cancelled_at;
    `);
  }
}
