import { sql, type RawBuilder } from 'kysely';
import type { Context } from '../graphql/context.js';
import { Role } from '../graphql/role.js';
import { JobStatus } from '../jobs/job.enums.js';
import { addTime, DAY } from '../platform/clock.js';
import type { AdminDashboard } from './admin-dashboard.type.js';

interface AdminFigures {
  users: { role: Role; active: number; inactive: number }[] | null;
  jobs: Record<string, number> | null;
  companies: number;
  applications: number;
  notifications: number;
  signUpsOf7Days: number;
}

/** The dashboard of administrators. */
export async function adminDashboard(ctx: Context): Promise<AdminDashboard> {
  const figures = await ctx.db.row(adminDashboardStatement(addTime(ctx.clock.now(), -7 * DAY)));
  if (!figures) throw new Error('the dashboard statement gave no row');
  const usersByRole = Object.values(Role).map(
    (role) => figures.users?.find((users) => users.role === role) ?? { role, active: 0, inactive: 0 },
  );
  const jobsByStatus = Object.values(JobStatus).map((status) => ({
    status,
    count: figures.jobs?.[status] ?? 0,
  }));
  const activeUsers = sum(usersByRole.map(({ active }) => active));
  const inactiveUsers = sum(usersByRole.map(({ inactive }) => inactive));
  const { companies, applications, notifications, signUpsOf7Days } = figures;
  return {
    users: activeUsers + inactiveUsers,
    activeUsers,
    inactiveUsers,
    usersByRole,
    companies,
    jobs: sum(jobsByStatus.map(({ count }) => count)),
    jobsByStatus,
    applications,
    notifications,
    signUpsOf7Days,
  };
}

/** Everything an administrator's dashboard shows, in one statement. The two largest tables keep their own totals. */
export function adminDashboardStatement(weekAgo: Date): RawBuilder<AdminFigures> {
  return sql`
    with roles as (
      select u.role, count(*) filter (where u.is_active) as active, count(*) filter (where not u.is_active) as inactive
      from users u group by u.role
    ), statuses as (
      select j.status, count(*) as jobs from jobs j group by j.status
    ), sign_ups as (
      select count(*) as users from users u where u.created_at > ${weekAgo}
    )
    select (select jsonb_agg(jsonb_build_object('role', role, 'active', active, 'inactive', inactive)) from roles) as users,
      (select jsonb_object_agg(status, jobs) from statuses) as jobs,
      (select count(*) from companies)::int as companies,
      row_count('applications')::int as applications,
      row_count('notifications')::int as notifications,
      (select users from sign_ups)::int as "signUpsOf7Days"`;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
