import { Migration } from '@mikro-orm/migrations';

/**
 * What the job search reads: `search_vector` for ranked words in French and English, `search_text` for typos.
 * The company's name is part of both, so a generated column would not do; triggers keep them.
 */
export class CreateJobSearch extends Migration {
  override up(): void {
    this.addSql(`
      alter table jobs add column search_vector tsvector not null default '', add column search_text text not null default '';

      create function job_search_vector(title text, description text, company_name text) returns tsvector
        language sql immutable parallel safe
        return setweight(to_tsvector('french_plain', title) || to_tsvector('english_plain', title), 'A')
          || setweight(to_tsvector('french_plain', company_name), 'B')
          || setweight(to_tsvector('french_plain', description) || to_tsvector('english_plain', description), 'C');

      create function job_search_text(title text, company_name text) returns text
        language sql immutable parallel safe
        return plain_text(title || ' ' || company_name);
    `);

    this.addSql(`
      create function refresh_job_search() returns trigger language plpgsql as $$
      declare
        company_name text;
      begin
        select name into company_name from companies where id = new.company_id;
        new.search_vector := job_search_vector(new.title, new.description, coalesce(company_name, ''));
        new.search_text := job_search_text(new.title, coalesce(company_name, ''));
        return new;
      end
      $$;

      create trigger jobs_refresh_search before insert or update of title, description, company_id on jobs
        for each row execute function refresh_job_search();

      create function refresh_search_of_company_jobs() returns trigger language plpgsql as $$
      begin
        update jobs
        set search_vector = job_search_vector(title, description, new.name),
            search_text = job_search_text(title, new.name)
        where company_id = new.id;
        return null;
      end
      $$;

      create trigger companies_refresh_job_search after update of name on companies
        for each row when (old.name is distinct from new.name) execute function refresh_search_of_company_jobs();
    `);

    this.addSql(`
      update jobs
      set search_vector = job_search_vector(jobs.title, jobs.description, companies.name),
          search_text = job_search_text(jobs.title, companies.name)
      from companies where companies.id = jobs.company_id;

      create index jobs_search_vector_index on jobs using gin (search_vector);
      create index jobs_search_text_index on jobs using gin (search_text gin_trgm_ops);
      create index companies_name_trigram_index on companies using gin (plain_text(name) gin_trgm_ops);
    `);
  }

  override down(): void {
    this.addSql(`
      drop index companies_name_trigram_index;
      drop trigger companies_refresh_job_search on companies;
      drop function refresh_search_of_company_jobs();
      drop trigger jobs_refresh_search on jobs;
      drop function refresh_job_search();
      alter table jobs drop column search_vector, drop column search_text;
      drop function job_search_text(text, text);
      drop function job_search_vector(text, text, text);
    `);
  }
}
