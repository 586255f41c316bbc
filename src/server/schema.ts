import type { Disk } from 'flydrive';
import { GraphQLDateTime } from 'graphql-scalars';
import { specifiedDirectives, type GraphQLSchema } from 'graphql';
import { buildSchema, type ClassType, type PubSub } from 'type-graphql';
import { AuditEntryResolver } from '../admin/audit-entry.resolver.js';
import { CompanyAdminResolver } from '../admin/companies/company-admin.resolver.js';
import { UserInvitationResolver } from '../admin/invitations/user-invitation.resolver.js';
import { JobAdminResolver } from '../admin/jobs/job-admin.resolver.js';
import { UserAdminResolver } from '../admin/users/user-admin.resolver.js';
import { ApplicationEventResolver } from '../applications/application-event.resolver.js';
import { ApplicationNoteResolver, AssessmentResolver } from '../applications/application-note.resolver.js';
import { ApplicationWorkResolver } from '../applications/application-work.resolver.js';
import { ApplicationsOfJobResolver } from '../applications/applications-of-job.resolver.js';
import { ApplicationResolver } from '../applications/application.resolver.js';
import { CompanyApplicationsResolver } from '../applications/company-applications.resolver.js';
import type { AuthServices } from '../auth/auth-services.js';
import { AccountResolver } from '../auth/account/account.resolver.js';
import { AuthResolver } from '../auth/auth.resolver.js';
import { EmailResolver } from '../auth/email/email.resolver.js';
import { PasswordResolver } from '../auth/password/password.resolver.js';
import { ProviderResolver } from '../auth/providers/provider.resolver.js';
import { SessionResolver } from '../auth/session.resolver.js';
import { CandidateOfUserResolver, CandidateResolver } from '../candidates/candidate.resolver.js';
import { CvResolver } from '../candidates/cv.resolver.js';
import { EducationResolver } from '../candidates/education.resolver.js';
import { ExperienceResolver } from '../candidates/experience.resolver.js';
import { SkillResolver } from '../candidates/skill.resolver.js';
import { CompanyLogoResolver } from '../companies/company-logo.resolver.js';
import { CompanyPageResolver } from '../companies/company-page.resolver.js';
import { DashboardResolver } from '../dashboard/dashboard.resolver.js';
import { CompanyResolver } from '../employers/company.resolver.js';
import { EmployerOfUserResolver, EmployerResolver } from '../employers/employer.resolver.js';
import {
  CompanyInvitationResolver,
  InvitationsOfCompanyResolver,
} from '../employers/invitations/company-invitation.resolver.js';
import { MemberResolver } from '../employers/members/member.resolver.js';
import { withGlobalIds } from '../graphql/ids.js';
import { NodeResolver } from '../graphql/node.resolver.js';
import type { RateLimits } from '../graphql/rate-limit.js';
import { withTypeNames } from '../graphql/type-names.js';
import { CompanyCountResolver, JobSearchResolver } from '../jobs/job-search.resolver.js';
import { JobsOfCompanyResolver } from '../jobs/jobs-of-company.resolver.js';
import { JobViewResolver } from '../jobs/job-view.resolver.js';
import { JobResolver } from '../jobs/job.resolver.js';
import { NotificationDetailsResolver } from '../notifications/notification-details.resolver.js';
import { NotificationResolver } from '../notifications/notification.resolver.js';
import type { ViewerKeys } from '../jobs/viewer-keys.js';
import { PingResolver } from '../ping/ping.resolver.js';
import { StatusResolver, type Service } from '../ping/status.resolver.js';
import type { PublicCache } from '../platform/cache.js';
import { StatisticsResolver } from '../statistics/statistics.resolver.js';
import { UserResolver } from '../users/user.resolver.js';
import { nodeFinders } from './node-finders.js';

/** What resolvers need besides the request's context. */
export interface Services extends AuthServices {
  viewerKeys: ViewerKeys;
  publicCache: PublicCache;
  /** Where files are kept. */
  disk: Disk;
  service: Service;
  /** Where clients reach this server; known once it listens. */
  publicUrl: () => string;
}

/** TypeGraphQL insists on one, for subscriptions by topic. Ours bring their own source: see graphql/arrival.ts. */
const unusedPubSub: PubSub = {
  publish: () => unused(),
  subscribe: () => unused(),
};

function unused(): never {
  throw new Error('topics of TypeGraphQL are not used');
}

/** The executable schema: every resolver of the platform, typed ids, and rate limits in front of the fields. */
export async function createSchema(services: Services, rateLimits: RateLimits): Promise<GraphQLSchema> {
  const withDependencies = new Map<ClassType, object>([
    [AuthResolver, new AuthResolver(services)],
    [AccountResolver, new AccountResolver(services)],
    [EmailResolver, new EmailResolver(services)],
    [PasswordResolver, new PasswordResolver(services)],
    [ProviderResolver, new ProviderResolver(services)],
    [CompanyPageResolver, new CompanyPageResolver(services.publicCache)],
    [JobSearchResolver, new JobSearchResolver(services.publicCache)],
    [JobViewResolver, new JobViewResolver(services.viewerKeys)],
    [StatisticsResolver, new StatisticsResolver(services.publicCache)],
    [CvResolver, new CvResolver(services.disk)],
    [StatusResolver, new StatusResolver(services.service, services.publicCache)],
    [UserInvitationResolver, new UserInvitationResolver(services)],
    [CompanyLogoResolver, new CompanyLogoResolver(services.disk, services.publicUrl)],
    [NodeResolver, new NodeResolver(nodeFinders)],
  ]);
  const schema = await buildSchema({
    resolvers: [
      ApplicationEventResolver,
      ApplicationNoteResolver,
      AccountResolver,
      ApplicationResolver,
      ApplicationWorkResolver,
      ApplicationsOfJobResolver,
      AssessmentResolver,
      AuditEntryResolver,
      AuthResolver,
      CandidateOfUserResolver,
      CandidateResolver,
      CompanyAdminResolver,
      CompanyApplicationsResolver,
      CompanyCountResolver,
      CompanyInvitationResolver,
      CompanyLogoResolver,
      CompanyPageResolver,
      CompanyResolver,
      CvResolver,
      DashboardResolver,
      EmailResolver,
      EducationResolver,
      EmployerOfUserResolver,
      EmployerResolver,
      ExperienceResolver,
      InvitationsOfCompanyResolver,
      JobAdminResolver,
      JobResolver,
      JobSearchResolver,
      JobViewResolver,
      MemberResolver,
      JobsOfCompanyResolver,
      NodeResolver,
      NotificationDetailsResolver,
      NotificationResolver,
      PasswordResolver,
      PingResolver,
      ProviderResolver,
      SessionResolver,
      StatisticsResolver,
      SkillResolver,
      StatusResolver,
      UserAdminResolver,
      UserInvitationResolver,
      UserResolver,
    ],
    container: { get: (resolver: ClassType) => withDependencies.get(resolver) ?? new resolver() },
    pubSub: unusedPubSub,
    // Inputs are validated where their mistakes become user errors: graphql/mutation.ts and assert-valid.ts.
    validate: false,
    // Apollo Server checks the schema that comes of all this, when it is made.
    skipCheck: true,
    scalarsMap: [{ type: Date, scalar: GraphQLDateTime }],
    // The list replaces the standard directives, so they have to be in it.
    directives: [...specifiedDirectives, ...rateLimits.directives],
  });
  return rateLimits.apply(withTypeNames(withGlobalIds(schema)));
}
