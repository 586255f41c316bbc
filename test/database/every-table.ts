import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Database } from '../../src/platform/database/database.js';
import { insertRows } from '../support/insert-rows.js';

export const NOW = '2026-03-01T08:00:00.000Z';
const LATER = '2026-03-08T08:00:00.000Z';

/** Ids of the rows that fillEveryTable makes. */
export type Ids = Record<
  | 'author'
  | 'colleague'
  | 'candidate'
  | 'admin'
  | 'company'
  | 'authorProfile'
  | 'colleagueProfile'
  | 'candidateProfile'
  | 'cv'
  | 'job'
  | 'draft'
  | 'application'
  | 'rejected',
  string
>;

/** Rows with sensible values, to be changed one value at a time. */
export const row = {
  user: (columns: object = {}) => ({
    id: uuidv7(),
    created_at: NOW,
    email: `${uuidv7()}@example.org`,
    role: 'CANDIDATE',
    first_name: 'Ama',
    last_name: 'Ndong',
    is_active: true,
    updated_at: NOW,
    ...columns,
  }),
  company: (columns: object = {}) => ({
    id: uuidv7(),
    created_at: NOW,
    name: 'Okoumé Bois',
    updated_at: NOW,
    ...columns,
  }),
  employer: (columns: object) => ({
    id: uuidv7(),
    created_at: NOW,
    can_create_jobs: true,
    can_manage_candidates: true,
    is_company_admin: false,
    updated_at: NOW,
    ...columns,
  }),
  candidate: (columns: object) => ({ id: uuidv7(), created_at: NOW, updated_at: NOW, ...columns }),
  experience: (columns: object) => ({
    id: uuidv7(),
    created_at: NOW,
    title: 'Comptable',
    company_name: 'Gabon Télécom',
    start_month: '2020-01',
    end_month: null,
    ...columns,
  }),
  education: (columns: object) => ({
    id: uuidv7(),
    created_at: NOW,
    degree: 'Licence',
    school: 'UOB',
    start_month: '2016-09',
    end_month: '2019-06',
    ...columns,
  }),
  skill: (columns: object) => ({
    id: uuidv7(),
    created_at: NOW,
    name: 'Excel',
    level: 3,
    category: 'TECHNICAL',
    ...columns,
  }),
  cv: (columns: object) => ({
    id: uuidv7(),
    created_at: NOW,
    file_name: 'cv.pdf',
    file_key: uuidv7(),
    content_type: 'application/pdf',
    size_bytes: 1000,
    is_active: true,
    ...columns,
  }),
  job: (columns: object) => ({
    id: uuidv7(),
    created_at: NOW,
    title: 'Comptable',
    description: 'Tenir la comptabilité.',
    type: 'FULL_TIME',
    location_type: 'ON_SITE',
    salary_min: 400_000,
    salary_max: 600_000,
    currency: 'XAF',
    salary_period: 'MONTH',
    status: 'PUBLISHED',
    is_featured: false,
    views_count: 0,
    applications_count: 0,
    posted_at: NOW,
    updated_at: NOW,
    ...columns,
  }),
  application: (columns: object) => ({
    id: uuidv7(),
    created_at: NOW,
    status: 'APPLIED',
    source: 'DIRECT',
    source_detail: null,
    rating: null,
    updated_at: NOW,
    ...columns,
  }),
  jobEvent: (columns: object) => ({
    id: uuidv7(),
    from_status: null,
    to_status: 'DRAFT',
    at: NOW,
    ...columns,
  }),
  applicationEvent: (columns: object) => ({
    id: uuidv7(),
    actor: 'CANDIDATE',
    from_status: null,
    to_status: 'APPLIED',
    at: NOW,
    ...columns,
  }),
  auditEntry: (columns: object) => ({
    id: uuidv7(),
    created_at: NOW,
    action: 'USER_DEACTIVATED',
    subject_type: 'User',
    details: {},
    ...columns,
  }),
};

/** At least one row in each table: a company with two employers, two jobs, a candidate with all there is, an admin. */
export async function fillEveryTable(db: Database): Promise<Ids> {
  const insert = (table: string, ...rows: Record<string, unknown>[]) => insertRows(db, table, rows);
  const [author, colleague, candidate, admin] = [
    row.user({ role: 'EMPLOYER' }),
    row.user({ role: 'EMPLOYER' }),
    row.user(),
    row.user({ role: 'ADMIN' }),
  ];
  await insert('users', author, colleague, candidate, admin);
  const company = row.company();
  await insert('companies', company);
  const company_id = company.id;
  const authorProfile = row.employer({ user_id: author.id, company_id });
  const colleagueProfile = row.employer({ user_id: colleague.id, company_id });
  await insert('employers', authorProfile, colleagueProfile);
  const candidateProfile = row.candidate({ user_id: candidate.id });
  await insert('candidates', candidateProfile);
  const candidate_id = candidateProfile.id;
  const cv = row.cv({ candidate_id });
  await insert('cvs', cv);
  await insert('cv_uploads', {
    id: uuidv7(),
    created_at: NOW,
    candidate_id,
    file_name: 'cv.pdf',
    content_type: 'application/pdf',
    size_bytes: 1000,
    expires_at: LATER,
  });
  await insert('company_logo_uploads', {
    id: uuidv7(),
    created_at: NOW,
    company_id,
    content_type: 'image/png',
    size_bytes: 1000,
    expires_at: LATER,
  });
  await insert('file_removals', { file_key: `cvs/${uuidv7()}`, remove_at: LATER });
  await insert('experiences', row.experience({ candidate_id }));
  await insert('educations', row.education({ candidate_id }));
  await insert('skills', row.skill({ candidate_id }));

  const owners = { company_id, employer_id: authorProfile.id };
  const job = row.job(owners);
  const draft = row.job({ ...owners, status: 'DRAFT', posted_at: null });
  await insert('jobs', job, draft);
  await insert(
    'job_events',
    row.jobEvent({ ...owners, job_id: job.id }),
    row.jobEvent({ ...owners, job_id: draft.id }),
  );
  await insert('job_views', { job_id: job.id, viewed_on: '2026-03-01', viewer_key: 'somebody' });
  const ties = { ...owners, job_id: job.id, candidate_id };
  const application = row.application({ ...ties, cv_id: cv.id });
  const rejected = row.application({ ...ties, cv_id: null, status: 'REJECTED' });
  await insert('applications', application, rejected);
  await insert(
    'application_events',
    row.applicationEvent({ ...owners, application_id: application.id, actor_user_id: candidate.id }),
    row.applicationEvent({ ...owners, application_id: rejected.id, actor_user_id: candidate.id }),
    row.applicationEvent({
      ...owners,
      application_id: rejected.id,
      actor_user_id: author.id,
      actor: 'EMPLOYER',
      from_status: 'APPLIED',
      to_status: 'REJECTED',
    }),
  );
  const note = {
    id: uuidv7(),
    created_at: NOW,
    application_id: application.id,
    employer_id: authorProfile.id,
  };
  await insert('application_notes', { ...note, body: 'Bon profil' });
  await insert('notifications', {
    id: uuidv7(),
    created_at: NOW,
    user_id: author.id,
    type: 'NEW_APPLICATION',
    job_id: job.id,
    application_id: application.id,
    payload: {},
  });
  await insert('audit_log', row.auditEntry({ actor_user_id: admin.id, subject_id: candidate.id }));
  await fillAccountTables(db, candidate.id, company_id, author.id);
  await expectNoEmptyTable(db);
  return {
    author: author.id,
    colleague: colleague.id,
    candidate: candidate.id,
    admin: admin.id,
    company: company_id,
    authorProfile: authorProfile.id,
    colleagueProfile: colleagueProfile.id,
    candidateProfile: candidate_id,
    cv: cv.id,
    job: job.id,
    draft: draft.id,
    application: application.id,
    rejected: rejected.id,
  };
}

async function fillAccountTables(
  db: Database,
  user_id: string,
  company_id: string,
  inviter: string,
): Promise<void> {
  const made = { created_at: NOW };
  const secret = { ...made, token_hash: uuidv7(), expires_at: LATER };
  await insertRows(db, 'sessions', [
    {
      ...made,
      id: uuidv7(),
      user_id,
      refresh_token_hash: 'hash',
      last_used_at: NOW,
      idle_expires_at: LATER,
      absolute_expires_at: LATER,
    },
  ]);
  await insertRows(db, 'provider_identities', [
    { ...made, id: uuidv7(), user_id, provider: 'https://accounts.google.com', subject: '1' },
  ]);
  await insertRows(db, 'provider_sign_ins', [
    { ...made, id: uuidv7(), provider: 'https://accounts.google.com', nonce: uuidv7(), expires_at: LATER },
  ]);
  await insertRows(db, 'password_resets', [{ ...secret, id: uuidv7(), user_id }]);
  await insertRows(db, 'email_confirmations', [
    { ...secret, id: uuidv7(), user_id, email: 'new@example.org' },
  ]);
  await insertRows(db, 'user_invitations', [
    {
      ...secret,
      id: uuidv7(),
      link_id: uuidv7(),
      invited_by_user_id: inviter,
      email: 'invited@example.org',
      first_name: 'Ama',
      last_name: 'Ndong',
      role: 'ADMIN',
    },
  ]);
  await insertRows(db, 'company_invitations', [
    {
      ...secret,
      id: uuidv7(),
      company_id,
      invited_by_user_id: inviter,
      email: 'invited@example.org',
      can_create_jobs: true,
      can_manage_candidates: true,
    },
  ]);
}

/** A table somebody adds has to be filled here too, or nothing is known about its migration on data. */
async function expectNoEmptyTable(db: Database): Promise<void> {
  const tables = await db.rows(sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' order by tablename`);
  const empty: string[] = [];
  for (const { name } of tables) {
    const first = await db.row(sql<object>`select 1 as one from ${sql.table(name)} limit 1`);
    if (!first) empty.push(name);
  }
  if (empty.length > 0) throw new Error(`fillEveryTable leaves empty: ${empty.join(', ')}`);
}
