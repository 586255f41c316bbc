import { PrepareDatabase } from './0001-prepare-database.js';
import { CreateAccounts } from './0002-create-accounts.js';
import { CreateCompanies } from './0003-create-companies.js';
import { CreateCandidates } from './0004-create-candidates.js';
import { CreateJobs } from './0005-create-jobs.js';
import { CreateApplications } from './0006-create-applications.js';
import { CreateNotifications } from './0007-create-notifications.js';
import { CreateJobSearch } from './0008-create-job-search.js';
import { CreateRowCounts } from './0009-create-row-counts.js';
import { CompleteSessions } from './0011-complete-sessions.js';
import { CreateProviderSignIns } from './0012-create-provider-sign-ins.js';
import { KeepCvFiles } from './0014-keep-cv-files.js';
import { CreateJobMarket } from './0015-create-job-market.js';
import { WorkOnApplications } from './0016-work-on-applications.js';
import { RememberOldAddresses } from './0017-remember-old-addresses.js';
import { LetMembersComeAndGo } from './0018-let-members-come-and-go.js';
import { Administer } from './0019-administer.js';
import { CreateCompanyPages } from './0020-create-company-pages.js';
import { IndexAuthorsByCompany } from './0022-index-authors-by-company.js';
import { CountByKind } from './0023-count-by-kind.js';
import { RecordJobWordsFaster } from './0024-record-job-words-faster.js';
import { IndexJobSearchByCountry } from './0025-index-job-search-by-country.js';
import { IndexChangesOfApplications } from './0026-index-changes-of-applications.js';
import { IndexJobsWithTheirCounts } from './0027-index-jobs-with-their-counts.js';
import { CountCompanies } from './0028-count-companies.js';
import { CountSignUps } from './0029-count-sign-ups.js';
import { KeepWhoseActItWas } from './0030-keep-whose-act-it-was.js';

/**
 * Every migration, oldest first. A list rather than a folder scan: the migrator "successfully" migrates nothing when
 * it is pointed at an empty or stale folder.
 */
export const migrations = [
  { name: '0001-prepare-database', class: PrepareDatabase },
  { name: '0002-create-accounts', class: CreateAccounts },
  { name: '0003-create-companies', class: CreateCompanies },
  { name: '0004-create-candidates', class: CreateCandidates },
  { name: '0005-create-jobs', class: CreateJobs },
  { name: '0006-create-applications', class: CreateApplications },
  { name: '0007-create-notifications', class: CreateNotifications },
  { name: '0008-create-job-search', class: CreateJobSearch },
  { name: '0009-create-row-counts', class: CreateRowCounts },
  { name: '0011-complete-sessions', class: CompleteSessions },
  { name: '0012-create-provider-sign-ins', class: CreateProviderSignIns },
  { name: '0014-keep-cv-files', class: KeepCvFiles },
  { name: '0015-create-job-market', class: CreateJobMarket },
  { name: '0016-work-on-applications', class: WorkOnApplications },
  { name: '0017-remember-old-addresses', class: RememberOldAddresses },
  { name: '0018-let-members-come-and-go', class: LetMembersComeAndGo },
  { name: '0019-administer', class: Administer },
  { name: '0020-create-company-pages', class: CreateCompanyPages },
  { name: '0022-index-authors-by-company', class: IndexAuthorsByCompany },
  { name: '0023-count-by-kind', class: CountByKind },
  { name: '0024-record-job-words-faster', class: RecordJobWordsFaster },
  { name: '0025-index-job-search-by-country', class: IndexJobSearchByCountry },
  { name: '0026-index-changes-of-applications', class: IndexChangesOfApplications },
  { name: '0027-index-jobs-with-their-counts', class: IndexJobsWithTheirCounts },
  { name: '0028-count-companies', class: CountCompanies },
  { name: '0029-count-sign-ups', class: CountSignUps },
  { name: '0030-keep-whose-act-it-was', class: KeepWhoseActItWas },
];
