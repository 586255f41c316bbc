import { Arg, createUnionType, Ctx, Query, Resolver } from 'type-graphql';
import { anyUser } from '../graphql/authorize.js';
import type { Context } from '../graphql/context.js';
import { named } from '../graphql/type-names.js';
import { Role } from '../graphql/role.js';
import { adminDashboard } from './admin-dashboard.js';
import { AdminDashboard } from './admin-dashboard.type.js';
import { candidateDashboard } from './candidate-dashboard.js';
import { CandidateDashboard } from './candidate-dashboard.type.js';
import { employerDashboard } from './employer-dashboard.js';
import { DashboardScope, EmployerDashboard } from './employer-dashboard.type.js';

const Dashboard = createUnionType({
  name: 'Dashboard',
  description: "The dashboard of the viewer's role.",
  types: () => [CandidateDashboard, EmployerDashboard, AdminDashboard] as const,
});

@Resolver()
export class DashboardResolver {
  @Query(() => Dashboard, {
    nullable: true,
    description: "The viewer's figures at a glance. Which type it is depends on the viewer's role.",
  })
  async dashboard(
    @Ctx() ctx: Context,
    @Arg('scope', () => DashboardScope, {
      defaultValue: DashboardScope.OWN_JOBS,
      description: 'For employers: own jobs or the whole company. Other roles ignore it.',
    })
    scope: DashboardScope,
  ): Promise<CandidateDashboard | EmployerDashboard | AdminDashboard> {
    const viewer = anyUser(ctx);
    switch (viewer.role) {
      case Role.CANDIDATE:
        return named('CandidateDashboard', await candidateDashboard(ctx, viewer));
      case Role.EMPLOYER:
        return named('EmployerDashboard', await employerDashboard(ctx, viewer, scope));
      case Role.ADMIN:
        return named('AdminDashboard', await adminDashboard(ctx));
    }
  }
}
