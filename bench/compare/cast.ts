import { sql } from 'kysely';
import type { Tokens } from '../../src/auth/tokens.js';
import { BENCH_LOGINS, DEMO_LOGINS } from '../../src/demo/demo-logins.js';
import { globalId } from '../../src/graphql/ids.js';
import type { Database } from '../../src/platform/database/database.js';
import { OpenSessions } from './open-sessions.js';
import { CONDITIONS } from './options.js';
import { activeCandidates, averageEmployers, newestCandidates, personWith } from './people.js';

/** Who sends the requests, already signed in, and what they need to name. */
export interface Cast {
  admin: string;
  /** One per connection. */
  averageEmployers: string[];
  bigEmployer: string;
  /** Candidates who have applied to some jobs, one per connection. */
  activeCandidates: string[];
  /** Access tokens of candidates, each of whom may apply 30 times an hour. */
  candidates: string[];
  /** Addresses of candidates, each of whom may sign in now and then. */
  emails: string[];
  /** First refresh tokens of sessions. */
  refreshTokens: string[];
  /** Global ids of jobs open to applications. */
  jobs: string[];
}

const MAX_CANDIDATES = 20_000;
const MAX_JOBS = 5_000;
/** One per connection, and as many again to be taken up by the next round. */
const REFRESHED_SESSIONS = 256;

export async function signInTheCast(
  db: Database,
  tokens: Tokens,
  { candidates: wanted } = { candidates: MAX_CANDIDATES },
): Promise<Cast> {
  const sessions = new OpenSessions(tokens);
  const { connections } = CONDITIONS;
  const employers = await averageEmployers(db, connections);
  const applicants = await activeCandidates(db, connections);
  const jobIds = await openJobIds(db);
  const candidates = await newestCandidates(db, wanted, jobIds);
  const cast: Cast = {
    admin: sessions.open(await personWith(db, DEMO_LOGINS.admin)),
    averageEmployers: employers.map((one) => sessions.open(one)),
    bigEmployer: sessions.open(await personWith(db, BENCH_LOGINS.bigEmployer)),
    activeCandidates: applicants.map((one) => sessions.open(one)),
    candidates: candidates.map((one) => sessions.open(one)),
    emails: candidates.map(({ email }) => email),
    refreshTokens: await Promise.all(
      candidates.slice(0, REFRESHED_SESSIONS).map((one) => sessions.openToRefresh(one)),
    ),
    jobs: jobIds.map((id) => globalId('Job', id)),
  };
  await sessions.save(db);
  return cast;
}

async function openJobIds(db: Database): Promise<string[]> {
  const rows = await db.rows(sql<{ id: string }>`
    select id from jobs where status = 'PUBLISHED' and (expires_at is null or expires_at > now() + interval '2 hours')
    order by posted_at desc, id limit ${MAX_JOBS}`);
  return rows.map(({ id }) => id);
}
