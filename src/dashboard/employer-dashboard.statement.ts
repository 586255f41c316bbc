import { sql, type RawBuilder } from 'kysely';
import { Application } from '../applications/application.entity.js';
import type { RowColumns } from '../platform/database/row-columns.js';
import { Job } from '../jobs/job.entity.js';

type Json = Record<string, unknown>;

export interface EmployerFigures {
  jobs: number;
  published: number;
  expired: number;
  publishedChange: number;
  applications: number;
  applicationsChange: number;
  interviewsChange: number;
  respondedChange: number;
  meanDaysToInterview: number | null;
  byStatus: Record<string, number> | null;
  topJobs: { job: Json; applications: number }[] | null;
  recentJob: Json | null;
  recentApplication: Json | null;
  recentInterview: Json | null;
  recentInterviewAt: Date | null;
}

/** Whose jobs these are: those of a company, or of one of its members. All four tables have both columns. */
export interface JobOwner {
  /** Null for an employer without one: then there are none. */
  companyId: string | null;
  employerId?: string;
}

/**
 * Everything an employer's dashboard shows, in one statement. Applications are read once, from the covering index of
 * their owner. What changed comes from the last 30 days of the histories: whatever entered a status since then minus
 * whatever left it is how the figure changed, exactly.
 */
export function employerDashboardStatement(
  columns: RowColumns,
  { companyId, employerId }: JobOwner,
  now: Date,
  since: Date,
): RawBuilder<EmployerFigures> {
  const owned = (alias: string): RawBuilder<unknown> => {
    const ofCompany = sql`${sql.ref(`${alias}.company_id`)} = ${companyId}`;
    if (employerId === undefined) return ofCompany;
    return sql`${sql.ref(`${alias}.employer_id`)} = ${employerId} and ${ofCompany}`;
  };
  return sql`
    with job_figures as (
      select count(*) as jobs,
        count(*) filter (where j.status = 'PUBLISHED') as published,
        count(*) filter (where j.status = 'PUBLISHED' and j.expires_at <= ${now}) as expired
      from jobs j where ${owned('j')}
    ), job_changes as (
      select count(*) filter (where e.to_status = 'PUBLISHED') - count(*) filter (where e.from_status = 'PUBLISHED') as published
      from job_events e where ${owned('e')} and e.at > ${since}
    ), statuses as materialized (
      select a.status, count(*) as applications, count(*) filter (where a.created_at > ${since}) as recent,
        max(a.created_at) as latest, count(a.interviewed_at) as interviewed, sum(a.interviewed_at - a.created_at) as time_to_interview
      from applications a where ${owned('a')}
      group by a.status
    ), totals as (
      select coalesce(sum(applications), 0) as applications, coalesce(sum(recent), 0) as recent,
        json_object_agg(status, applications) filter (where status is not null) as by_status,
        round(extract(epoch from sum(time_to_interview) / nullif(sum(interviewed), 0)) / 86400, 1) as days_to_interview
      from statuses
    ), application_changes as (
      select count(*) filter (where e.to_status = 'INTERVIEW') - count(*) filter (where e.from_status = 'INTERVIEW') as interviews,
        count(*) filter (where e.from_status = 'APPLIED') - count(*) filter (where e.to_status = 'APPLIED') as responded
      from application_events e where ${owned('e')} and e.from_status is not null and e.at > ${since}
    ), top_jobs as (
      select json_agg(json_build_object('job', ${columns.json(Job, 'j')}, 'applications', j.applications_count)
        order by j.applications_count desc, j.id) as list
      from (
        select id from jobs j where ${owned('j')} and j.applications_count > 0
        order by j.applications_count desc, j.id limit 5
      ) top join jobs j on j.id = top.id
    ), recent_job as (
      select ${columns.json(Job, 'j')} as job
      from (
        select j.id from jobs j where ${owned('j')} order by j.created_at desc, j.id desc limit 1
      ) latest join jobs j on j.id = latest.id
    ), recent_application as (
      select ${columns.json(Application, 'a')} as application
      from (
        select latest.id from statuses s, lateral (
          select a.id from applications a where ${owned('a')} and a.status = s.status and a.created_at = s.latest
          order by a.id desc limit 1
        ) latest
        order by s.latest desc, latest.id desc limit 1
      ) latest join applications a on a.id = latest.id
    ), recent_interview as (
      select ${columns.json(Application, 'a')} as application, latest.at
      from (
        select e.application_id, e.at from application_events e
        where ${owned('e')} and e.from_status is not null and e.to_status = 'INTERVIEW' order by e.at desc limit 1
      ) latest join applications a on a.id = latest.application_id
    )
    select job_figures.jobs::int, job_figures.published::int, job_figures.expired::int,
      job_changes.published::int as "publishedChange",
      totals.applications::int, totals.recent::int as "applicationsChange",
      totals.days_to_interview::float8 as "meanDaysToInterview",
      application_changes.interviews::int as "interviewsChange",
      application_changes.responded::int as "respondedChange",
      totals.by_status as "byStatus", top_jobs.list as "topJobs",
      (select job from recent_job) as "recentJob",
      (select application from recent_application) as "recentApplication",
      (select application from recent_interview) as "recentInterview",
      (select at from recent_interview) as "recentInterviewAt"
    from job_figures, job_changes, totals, application_changes, top_jobs`;
}
