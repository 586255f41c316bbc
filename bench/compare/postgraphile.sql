-- What a developer with PostGraphile adds to these tables: a function each for "open to applications", as its guide on
-- custom queries and computed columns shows. Both are simple enough for PostgreSQL to inline.
create or replace function open_jobs() returns setof jobs language sql stable as $$
  select * from jobs where status = 'PUBLISHED' and (expires_at is null or expires_at > now())
$$;
comment on function open_jobs() is E'@behavior +order';

create or replace function companies_open_jobs(company companies) returns setof jobs language sql stable as $$
  select * from jobs where company_id = company.id and status = 'PUBLISHED' and (expires_at is null or expires_at > now())
$$;
comment on function companies_open_jobs(companies) is E'@behavior +order';

-- PostGraphile orders by indexed columns unless told to; it does not count the partial index this one has.
comment on column jobs.posted_at is E'@behavior +orderBy';
