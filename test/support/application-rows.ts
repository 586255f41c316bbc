import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { globalId } from '../../src/graphql/ids.js';
import { insertRows } from './insert-rows.js';
import type { Person } from './people.js';
import type { TestServer } from './test-server.js';
import { uuidIn } from './uuid-in.js';

/** Inserts candidates with an account each and answers the UUIDs of their profiles. */
export async function insertCandidates(server: TestServer, count: number): Promise<string[]> {
  const users = Array.from({ length: count }, (_, index) => {
    const id = uuidv7();
    return {
      id,
      created_at: server.clock.now().toISOString(),
      updated_at: server.clock.now().toISOString(),
      email: `${id}@example.org`,
      role: 'CANDIDATE',
      first_name: 'Marie',
      last_name: `Obiang ${index}`,
      is_active: true,
    };
  });
  await insertRows(server.db, 'users', users);
  const candidates = users.map(({ id, created_at, updated_at }) => ({
    id: uuidv7(),
    user_id: id,
    created_at,
    updated_at,
  }));
  await insertRows(server.db, 'candidates', candidates);
  return candidates.map(({ id }) => id);
}

export interface ApplicationColumns {
  candidate: string;
  /** Global id. */
  jobId: string;
  /** May have microseconds. */
  createdAt?: string;
  columns?: Record<string, unknown>;
}

/** Inserts applications with a history of two entries each, and answers their ids in the same order. */
export async function insertApplications(
  server: TestServer,
  applications: readonly ApplicationColumns[],
): Promise<string[]> {
  const owners = await server.db.rows(sql<{ id: string; companyId: string; employerId: string | null }>`
    select id, company_id as "companyId", employer_id as "employerId" from jobs`);
  const ownersOf = new Map(owners.map((owner) => [owner.id, owner]));
  const rows = applications.map(({ candidate, jobId, createdAt, columns }) => {
    const at = createdAt ?? server.clock.now().toISOString();
    const owner = ownersOf.get(uuidIn(jobId));
    return {
      id: uuidv7(),
      created_at: at,
      updated_at: at,
      job_id: uuidIn(jobId),
      candidate_id: candidate,
      company_id: owner?.companyId,
      employer_id: owner?.employerId,
      status: 'VIEWED',
      source: 'DIRECT',
      source_detail: null,
      cover_letter: null,
      ...columns,
    };
  });
  await insertRows(server.db, 'applications', rows);
  await insertRows(
    server.db,
    'application_events',
    rows.flatMap((row) => [eventOf(row, null, 'APPLIED'), eventOf(row, 'APPLIED', 'VIEWED')]),
  );
  return rows.map((row) => globalId('Application', row.id));
}

interface Row {
  id: string;
  company_id: string | undefined;
  employer_id: string | null | undefined;
  created_at: string;
}

function eventOf(row: Row, from: string | null, to: string): Record<string, unknown> {
  const { id, company_id, employer_id, created_at } = row;
  return {
    id: uuidv7(),
    application_id: id,
    company_id,
    employer_id,
    actor: from === null ? 'CANDIDATE' : 'EMPLOYER',
    from_status: from,
    to_status: to,
    at: created_at,
  };
}

/** UUID of the profile of a candidate who signed up. */
export async function candidateRowOf(server: TestServer, candidate: Person): Promise<string> {
  const row = await server.db.row(sql<{ id: string }>`
    select id from candidates where user_id = ${uuidIn(candidate.id)}`);
  if (!row) throw new Error(`${candidate.email} has no candidate profile`);
  return row.id;
}

export interface ApplicationRow {
  status: string;
  interviewedAt: Date | null;
  updatedAt: Date;
  coverLetter: string | null;
  source: string;
  sourceDetail: string | null;
  rating: number | null;
}

export async function applicationRow(server: TestServer, applicationId: string): Promise<ApplicationRow> {
  const row = await server.db.row(sql<ApplicationRow>`
    select status, interviewed_at as "interviewedAt", updated_at as "updatedAt", cover_letter as "coverLetter",
      source, source_detail as "sourceDetail", rating
    from applications where id = ${uuidIn(applicationId)}`);
  if (!row) throw new Error('no such application');
  return row;
}

/** Sets the status of an application by SQL, past the rules. */
export async function forceStatus(server: TestServer, applicationId: string, status: string): Promise<void> {
  await server.db.rows(sql<object>`
    update applications set status = ${status} where id = ${uuidIn(applicationId)}`);
}

export interface ApplicationEventRow {
  actor: string;
  actorUserId: string | null;
  from: string | null;
  to: string;
  reason: string | null;
}

/** The history of an application as it is in the database, oldest first. */
export function eventsOfApplication(
  server: TestServer,
  applicationId: string,
): Promise<ApplicationEventRow[]> {
  return server.db.rows(sql<ApplicationEventRow>`
    select actor, actor_user_id as "actorUserId", from_status as "from", to_status as "to", reason
    from application_events where application_id = ${uuidIn(applicationId)} order by at, id`);
}

export interface NotificationRow {
  type: string;
  jobId: string | null;
  applicationId: string | null;
  payload: Record<string, string>;
  readAt: Date | null;
}

/** What a user has been told, oldest first. */
export function notificationsOf(server: TestServer, user: Person): Promise<NotificationRow[]> {
  return server.db.rows(sql<NotificationRow>`
    select type, job_id as "jobId", application_id as "applicationId", payload, read_at as "readAt"
    from notifications where user_id = ${uuidIn(user.id)} order by created_at, id`);
}

/** How many applications a job says it has received. */
export async function applicationsCount(server: TestServer, jobId: string): Promise<number | undefined> {
  const row = await server.db.row(sql<{ count: number }>`
    select applications_count as count from jobs where id = ${uuidIn(jobId)}`);
  return row?.count;
}
