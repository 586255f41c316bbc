import { sql, type RawBuilder } from 'kysely';
import { ApplicationEvent } from '../applications/application-event.entity.js';
import { Application } from '../applications/application.entity.js';
import { profileCompletion, type ProfileFacts } from '../candidates/profile-completion.js';
import type { Context } from '../graphql/context.js';
import type { CandidateViewer } from '../graphql/viewer.js';
import { countOfPublicJobs } from '../jobs/job.policy.js';
import { FixedStatement } from '../platform/database/fixed-statement.js';
import type { RowColumns } from '../platform/database/row-columns.js';
import type { CandidateDashboard } from './candidate-dashboard.type.js';

type Json = Record<string, unknown>;

interface CandidateFigures extends ProfileFacts {
  applicationsSent: number;
  interviews: number;
  publishedJobs: number;
  activity: { application: Json; event: Json }[] | null;
}

const figuresOfCandidate = new FixedStatement(
  (columns, { candidateId, now }: { candidateId: string; now: Date }) =>
    candidateDashboardStatement(columns, candidateId, now),
);

/** The dashboard of a candidate. */
export async function candidateDashboard(ctx: Context, viewer: CandidateViewer): Promise<CandidateDashboard> {
  const { columns } = ctx.db;
  const values = { candidateId: viewer.candidateId, now: ctx.clock.now() };
  const figures = await ctx.db.row(figuresOfCandidate.with(columns, values));
  if (!figures) throw new Error('the dashboard statement gave no row');
  return {
    applicationsSent: figures.applicationsSent,
    publishedJobs: figures.publishedJobs,
    interviews: figures.interviews,
    profileCompletion: profileCompletion(figures),
    recentActivity: (figures.activity ?? []).map(({ application, event }) => ({
      application: columns.revive(Application, application),
      event: columns.revive(ApplicationEvent, event),
    })),
  };
}

/** Everything a candidate's dashboard shows, in one statement. */
export function candidateDashboardStatement(
  columns: RowColumns,
  candidateId: string,
  now: Date,
): RawBuilder<CandidateFigures> {
  return sql`
    with mine as (
      select count(*) as sent, count(*) filter (where a.status = 'INTERVIEW') as interviews
      from applications a where a.candidate_id = ${candidateId}
    ), activity as (
      select json_agg(json_build_object('application', ${columns.json(Application, 'a')},
        'event', ${columns.json(ApplicationEvent, 'e')}) order by e.at desc, e.id desc) as list
      from (
        select e.id, e.application_id from applications a join application_events e on e.application_id = a.id
        where a.candidate_id = ${candidateId}
        order by e.at desc, e.id desc limit 10
      ) latest join application_events e on e.id = latest.id join applications a on a.id = latest.application_id
    ), profile as (
      select u.first_name as "firstName", u.last_name as "lastName", u.email, c.phone, c.location, c.title, c.summary,
        exists (select from experiences x where x.candidate_id = c.id) as "hasExperience",
        exists (select from educations x where x.candidate_id = c.id) as "hasEducation",
        exists (select from skills x where x.candidate_id = c.id) as "hasSkill"
      from candidates c join users u on u.id = c.user_id
      where c.id = ${candidateId}
    )
    select profile.*, mine.sent::int as "applicationsSent", mine.interviews::int,
      ${countOfPublicJobs(now)}::int as "publishedJobs", activity.list as activity
    from profile, mine, activity`;
}
