/** What is asked for, in the shape of our schema, which the plain stack shares. */

const JOB = `id title type locationType location country salaryMin salaryMax currency status isFeatured
  viewsCount applicationsCount postedAt expiresAt`;
const COMPANY = 'id name industry city country websiteUrl';

export const TYPENAME = '{ __typename }';

export const JOBS = `{ jobs(first: 20) { edges { node { ${JOB} } } } }`;

export const JOBS_WITH_COMPANY = `{ jobs(first: 20) { edges { node { ${JOB} company { ${COMPANY} } } } } }`;

export const JOB_BOARD = `{
  jobs(first: 20) { totalCount edges { node { ${JOB} company { ${COMPANY} } } } pageInfo { hasNextPage endCursor } }
}`;

export const COMPANIES_TO_CANDIDATES = `{
  companies(first: 10) { edges { node { id name
    jobs(first: 10) { edges { node { id title postedAt
      applications(first: 10) { edges { node { id status appliedAt
        candidate { id title location yearsExperience firstName lastName }
      } } }
    } } }
  } } }
}`;

export const SEARCH = `{
  jobs(first: 20, search: "comptable") {
    totalCount
    facets { type { value count } locationType { value count } country { value count } }
    edges { node { id title type location postedAt company { id name } } }
  }
}`;

export const DASHBOARD = `{
  dashboard {
    __typename
    ... on EmployerDashboard {
      activeJobs activeJobsChange interviews interviewsChange applications applicationsChange
      responseRate responseRateChange conversionRate meanDaysToInterview
      funnel { status count share }
      topJobs { applications job { id title status applicationsCount } }
      recentJob { id title status postedAt }
      recentApplication { id status appliedAt }
      recentInterview { id status appliedAt }
      recentInterviewAt
    }
    ... on CandidateDashboard {
      applicationsSent interviews profileCompletion publishedJobs
      recentActivity { application { id status appliedAt } event { from to at } }
    }
    ... on AdminDashboard {
      users activeUsers inactiveUsers companies jobs applications notifications signUpsOf7Days
      usersByRole { role active inactive }
      jobsByStatus { status count }
    }
  }
}`;

export const SIGN_IN = `mutation ($input: SignInInput!) {
  signIn(input: $input) { accessToken refreshToken user { id } userErrors { code message } }
}`;

export const REFRESH = `mutation ($input: RefreshTokenInput!) {
  refreshToken(input: $input) { accessToken refreshToken user { id } userErrors { code message } }
}`;

export const APPLY = `mutation ($input: ApplyToJobInput!) {
  applyToJob(input: $input) { application { id status appliedAt } userErrors { code field message } }
}`;

export const UPDATE_PROFILE = `mutation ($input: UpdateCandidateProfileInput!) {
  updateCandidateProfile(input: $input) { candidate { id yearsExperience } userErrors { code field message } }
}`;

/** The same lists as PostGraphile names them; aliases give the answers our shape. */
const OPEN_JOBS = 'orderBy: [POSTED_AT_DESC, PRIMARY_KEY_DESC]';
const PG_JOB = JOB.replace('id ', 'id: rowId ');
const PG_COMPANY = COMPANY.replace('id ', 'id: rowId ');

export const PG_JOBS = `{ jobs: openJobs(first: 20, ${OPEN_JOBS}) { edges { node { ${PG_JOB} } } } }`;

export const PG_JOBS_WITH_COMPANY = `{
  jobs: openJobs(first: 20, ${OPEN_JOBS}) { edges { node { ${PG_JOB} company: companyByCompanyId { ${PG_COMPANY} } } } }
}`;

export const PG_COMPANIES_TO_CANDIDATES = `{
  companies: allCompanies(first: 10, orderBy: [CREATED_AT_DESC, PRIMARY_KEY_DESC]) { edges { node { id: rowId name
    jobs: openJobs(first: 10, ${OPEN_JOBS}) { edges { node { id: rowId title postedAt
      applications: applicationsByJobId(first: 10, orderBy: [CREATED_AT_DESC, PRIMARY_KEY_DESC]) { edges { node {
        id: rowId status appliedAt: createdAt
        candidate: candidateByCandidateId { id: rowId title location yearsExperience
          user: userByUserId { firstName lastName }
        }
      } } }
    } } }
  } } }
}`;
