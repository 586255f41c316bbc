import { Migration } from '@mikro-orm/migrations';

/**
 * Country and type are what jobs are narrowed down by first. How many there are is counted in this index alone, where it took
 * reading all jobs.
 */
export class IndexJobSearchByCountry extends Migration {
  override up(): void {
    this.addSql(`
      create index job_search_country_index on job_search (country, type) include (expires_at, company_id);
    `);
  }

  override down(): void {
    this.addSql(`drop index job_search_country_index;`);
  }
}
