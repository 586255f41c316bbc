import { sql, type RawBuilder } from 'kysely';
import type { Context } from '../graphql/context.js';
import { Role } from '../graphql/role.js';
import { JobStatus } from '../jobs/job.enums.js';
import { addTime, DAY, HOUR } from '../platform/clock.js';
import type { AdminDashboard } from './admin-dashboard.type.js';

interface AdminFigures {
  /** By table, then by kind. */
  totals: Partial<Record<string, Partial<Record<string, number>>>>;
  signUpsOf7Days: number;
}

/** The dashboard of administrators. */
export async function adminDashboard(ctx: Context): Promise<AdminDashboard> {
  // All administrators look at the same figures.
  const figures = await ctx.db.shared.read('admin dashboard', () => readFigures(ctx));
  const total = (table: string, kind = ''): number => figures.totals[table]?.[kind] ?? 0;
  const usersByRole = Object.values(Role).map((role) => ({
    role,
    active: total('users', `${role} active`),
    inactive: total('users', `${role} inactive`),
  }));
  const jobsByStatus = Object.values(JobStatus).map((status) => ({ status, count: total('jobs', status) }));
  const activeUsers = sum(usersByRole.map(({ active }) => active));
  const inactiveUsers = sum(usersByRole.map(({ inactive }) => inactive));
  return {
    users: activeUsers + inactiveUsers,
    activeUsers,
    inactiveUsers,
    usersByRole,
    companies: total('companies'),
    jobs: sum(jobsByStatus.map(({ count }) => count)),
    jobsByStatus,
    applications: total('applications'),
    notifications: total('notifications'),
    signUpsOf7Days: figures.signUpsOf7Days,
  };
}

async function readFigures({ db, clock }: Context): Promise<AdminFigures> {
  const figures = await db.row(adminDashboardStatement(addTime(clock.now(), -7 * DAY)));
  if (!figures) throw new Error('the dashboard statement gave no row');
  return figures;
}

/**
 * Everything an administrator's dashboard shows, in one statement. Tables keep their own totals, and sign-ups those of
 * each hour: only in the hour the week begins in are users counted. The planner keeps a plan for it because the tables are
 * named in its text and the range of hours has two ends: of an open one it would expect a third.
 */
export function adminDashboardStatement(weekAgo: Date): RawBuilder<AdminFigures> {
  const nextHour = new Date((Math.floor(weekAgo.getTime() / HOUR) + 1) * HOUR);
  const firstKind = nextHour.toISOString().slice(0, 'YYYY-MM-DDTHH'.length);
  const isShown = sql`(table_name in ('applications', 'companies', 'jobs', 'notifications', 'users')
    or table_name = 'sign_ups' and kind >= ${firstKind} and kind < '9999')`;
  return sql`
    with changes as (
      select table_name, kind, total as change from row_counts where ${isShown}
      union all select table_name, kind, change from row_count_changes where ${isShown}
    ), kinds as (
      select table_name, kind, sum(change) as total from changes where table_name <> 'sign_ups' group by table_name, kind
    ), tables as (
      select table_name, json_object_agg(kind, total) as totals from kinds group by table_name
    )
    select (select json_object_agg(table_name, totals) from tables) as totals,
      ((select coalesce(sum(change), 0) from changes where table_name = 'sign_ups')
        + (select count(*) from users u where u.created_at > ${weekAgo} and u.created_at < ${nextHour}))::int as "signUpsOf7Days"`;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
