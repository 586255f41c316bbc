import { Migration } from '@mikro-orm/migrations';

/**
 * The search moves out of the table jobs into `job_search`: one narrow row for each published job, with what lists filter,
 * sort and count by. Counting facets then reads a tenth of the pages, and a view or an application counted on a job no longer
 * writes to the text index. `job_words` holds the words of published jobs as they are spelled, to mend typos by.
 */
export class CreateJobMarket extends Migration {
  override up(): void {
    this.addSql(`
      create extension if not exists fuzzystrmatch;

      create table job_search (
        job_id uuid not null,
        company_id uuid not null,
        posted_at timestamptz not null,
        expires_at timestamptz,
        salary_min int,
        salary_max int,
        is_featured boolean not null,
        type text not null,
        location_type text not null,
        country char(2),
        language char(2),
        currency char(3) not null,
        salary_period text not null,
        plain_location text,
        search_vector tsvector not null,
        padding text not null default repeat(' ', 2100),
        primary key (job_id)
      -- Starting parallel workers takes longer than the counting they would share.
      ) with (toast_tuple_target = 128, autovacuum_vacuum_scale_factor = 0.05, parallel_workers = 0);
      -- The words lie outside the rows, which are then small enough to be counted all. PostgreSQL moves nothing out of a
      -- row below 2 kB; the padding takes it there, and itself shrinks to 30 bytes. Whatever writes the words sets it anew.
      alter table job_search alter column search_vector set storage external;
      alter table job_search alter column plain_location set storage main;
      alter table job_search add constraint job_search_job_id_foreign
        foreign key (job_id) references jobs (id) on delete cascade;

      -- As before, but with the company's name in both languages like the other texts: a match in it otherwise ranks as if
      -- it were worth half.
      create or replace function job_search_vector(title text, description text, company_name text) returns tsvector
        language sql immutable parallel safe
        return setweight(to_tsvector('french_plain', title) || to_tsvector('english_plain', title), 'A')
          || setweight(to_tsvector('french_plain', company_name) || to_tsvector('english_plain', company_name), 'B')
          || setweight(to_tsvector('french_plain', description) || to_tsvector('english_plain', description), 'C');

      create table job_words (word text not null, primary key (word));
    `);

    this.addSql(`
      create function record_job_words(text_with_words text) returns void language sql as $$
        -- In one order everywhere, so that two jobs published at once never wait for each other crosswise.
        insert into job_words (word)
        select distinct found[1] as word
        from regexp_matches(plain_text(text_with_words), '[[:alnum:]]{3,40}', 'g') found
        where not exists (select from job_words known where known.word = found[1])
        order by word
        on conflict do nothing
      $$;

      create function list_job(job jobs) returns void language plpgsql as $$
      declare
        company_name text;
      begin
        if job.status <> 'PUBLISHED' then
          delete from job_search where job_id = job.id;
          return;
        end if;
        -- Locked, so that a new name of the company waits and finds this job.
        select name into company_name from companies where id = job.company_id for share;
        insert into job_search values (
          job.id, job.company_id, job.posted_at, job.expires_at,
          coalesce(job.salary_min, job.salary_max), coalesce(job.salary_max, job.salary_min), job.is_featured,
          job.type, job.location_type, job.country, job.language, job.currency, job.salary_period,
          plain_text(job.location), job_search_vector(job.title, job.description, coalesce(company_name, '')), default
        )
        on conflict (job_id) do update set (
          company_id, posted_at, expires_at, salary_min, salary_max, is_featured, type, location_type, country, language,
          currency, salary_period, plain_location, search_vector, padding
        ) = (
          excluded.company_id, excluded.posted_at, excluded.expires_at, excluded.salary_min, excluded.salary_max,
          excluded.is_featured, excluded.type, excluded.location_type, excluded.country, excluded.language,
          excluded.currency, excluded.salary_period, excluded.plain_location, excluded.search_vector, default
        );
        perform record_job_words(concat_ws(' ', job.title, company_name, job.description));
      end
      $$;

      create function list_changed_job() returns trigger language plpgsql as $$
      begin
        perform list_job(new);
        return null;
      end
      $$;

      create or replace function refresh_search_of_company_jobs() returns trigger language plpgsql as $$
      begin
        update job_search s
        set search_vector = job_search_vector(j.title, j.description, new.name), padding = default
        from jobs j where j.id = s.job_id and s.company_id = new.id;
        perform record_job_words(new.name);
        return null;
      end
      $$;

      drop trigger jobs_refresh_search on jobs;
      drop function refresh_job_search();
      drop index jobs_search_vector_index, jobs_search_text_index, jobs_published_salary_index;
      alter table jobs drop column search_vector, drop column search_text;
      drop function job_search_text(text, text);
    `);

    this.addSql(`
      select list_job(jobs) from jobs where status = 'PUBLISHED';

      create trigger jobs_list_new after insert on jobs
        for each row when (new.status = 'PUBLISHED') execute function list_changed_job();
      create trigger jobs_list_changed after update of
          title, description, company_id, type, location_type, location, country, language, salary_min, salary_max, currency,
          salary_period, is_featured, status, posted_at, expires_at
        on jobs for each row when (new.status = 'PUBLISHED' or old.status = 'PUBLISHED') execute function list_changed_job();

      create index job_search_posted_at_index on job_search (posted_at, job_id);
      create index job_search_salary_index on job_search (coalesce(salary_max, -1), job_id);
      create index job_search_company_id_index on job_search (company_id, posted_at, job_id);
      create index job_search_vector_index on job_search using gin (search_vector);
      create index job_words_trigram_index on job_words using gin (word gin_trgm_ops);
    `);
  }

  override down(): void {
    this.addSql(`
      drop trigger jobs_list_changed on jobs;
      drop trigger jobs_list_new on jobs;
      drop function list_changed_job();
      drop function list_job(jobs);
      drop function record_job_words(text);
      drop table job_words, job_search;
      drop extension fuzzystrmatch;
    `);

    this.addSql(`
      alter table jobs add column search_vector tsvector not null default '', add column search_text text not null default '';

      create or replace function job_search_vector(title text, description text, company_name text) returns tsvector
        language sql immutable parallel safe
        return setweight(to_tsvector('french_plain', title) || to_tsvector('english_plain', title), 'A')
          || setweight(to_tsvector('french_plain', company_name), 'B')
          || setweight(to_tsvector('french_plain', description) || to_tsvector('english_plain', description), 'C');

      create function job_search_text(title text, company_name text) returns text
        language sql immutable parallel safe
        return plain_text(title || ' ' || company_name);

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

      create or replace function refresh_search_of_company_jobs() returns trigger language plpgsql as $$
      begin
        update jobs
        set search_vector = job_search_vector(title, description, new.name),
            search_text = job_search_text(title, new.name)
        where company_id = new.id;
        return null;
      end
      $$;

      create trigger jobs_refresh_search before insert or update of title, description, company_id on jobs
        for each row execute function refresh_job_search();

      update jobs
      set search_vector = job_search_vector(jobs.title, jobs.description, companies.name),
          search_text = job_search_text(jobs.title, companies.name)
      from companies where companies.id = jobs.company_id;

      create index jobs_search_vector_index on jobs using gin (search_vector);
      create index jobs_search_text_index on jobs using gin (search_text gin_trgm_ops);
      create index jobs_published_salary_index on jobs
        (coalesce(salary_max, salary_min, -1), id) where status = 'PUBLISHED';
    `);
  }
}
