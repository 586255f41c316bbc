import { Migration } from '@mikro-orm/migrations';

/** Not a partial index: deleting an employer or a company has to find all events. */
const indexesWith = (column: string): string => `
  create index application_events_employer_id_at_index
    on application_events (employer_id, company_id, ${column}at) include (from_status, to_status, application_id);
  create index application_events_company_id_at_index
    on application_events (company_id, ${column}at) include (from_status, to_status, application_id);
`;

const DROP = `
  drop index application_events_employer_id_at_index;
  drop index application_events_company_id_at_index;
`;

/**
 * Dashboards count what has changed of late. Nearly half of all events are that somebody applied, which changes no status: they
 * lie apart in these indexes, and are not read.
 */
export class IndexChangesOfApplications extends Migration {
  override up(): void {
    this.addSql(DROP + indexesWith('(from_status is not null), '));
    // Of an expression in an index nothing is known until then.
    this.addSql('analyze application_events;');
  }

  override down(): void {
    this.addSql(DROP + indexesWith(''));
  }
}
