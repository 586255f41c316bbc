import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { hashRefreshToken } from '../../src/auth/refresh-token-hash.js';
import { absoluteExpiry, idleExpiry } from '../../src/auth/session-lifetime.js';
import type { Tokens } from '../../src/auth/tokens.js';
import { BENCH_LOGINS, DEMO_LOGINS } from '../../src/demo/demo-logins.js';
import { globalId } from '../../src/graphql/ids.js';
import type { Role } from '../../src/graphql/role.js';
import type { Database } from '../../src/platform/database/database.js';

/** Who sends the requests, already signed in, and what they need to name. */
export interface Cast {
  admin: string;
  averageEmployer: string;
  bigEmployer: string;
  candidate: string;
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
/** What the sessions are called that nobody refreshes: no bcrypt hash equals it. */
export const NO_HASH = 'none';

interface Person {
  userId: string;
  email: string;
  role: Role;
}

/**
 * Opens sessions in the database of the run, as signing in would: thousands of real sign-ins would take bcrypt longer
 * than the benchmark.
 */
export async function signInTheCast(
  db: Database,
  tokens: Tokens,
  { candidates: wanted } = { candidates: MAX_CANDIDATES },
): Promise<Cast> {
  const now = new Date();
  const end = absoluteExpiry(now);
  const idle = idleExpiry(now, end);
  const known = await people(db, [...Object.values(DEMO_LOGINS), ...Object.values(BENCH_LOGINS)]);
  const candidates = await someCandidates(db, wanted);
  const sessions: { id: string; userId: string; hash: string }[] = [];
  const open = ({ userId, role }: Person): string => {
    const sessionId = uuidv7();
    sessions.push({ id: sessionId, userId, hash: NO_HASH });
    return tokens.signAccess({ userId, sessionId, role }, now, end);
  };
  const openByEmail = (email: string): string => {
    const person = known.find((one) => one.email === email);
    if (!person)
      throw new Error(`nobody has the address ${email}: seed with \`npm run seed -- --size large\``);
    return open(person);
  };
  const refreshTokens = await Promise.all(
    candidates.slice(0, REFRESHED_SESSIONS).map(async ({ userId }) => {
      const claims = { userId, sessionId: uuidv7() };
      const token = tokens.signRefresh(claims, now, idle);
      sessions.push({ id: claims.sessionId, userId, hash: await hashRefreshToken(tokens, token) });
      return token;
    }),
  );
  const cast: Cast = {
    admin: openByEmail(DEMO_LOGINS.admin),
    averageEmployer: openByEmail(BENCH_LOGINS.averageEmployer),
    bigEmployer: openByEmail(BENCH_LOGINS.bigEmployer),
    candidate: openByEmail(DEMO_LOGINS.candidate),
    candidates: candidates.map(open),
    emails: candidates.map(({ email }) => email),
    refreshTokens,
    jobs: await openJobs(db),
  };
  await db.rows(sql`
    insert into sessions (id, user_id, refresh_token_hash, created_at, last_used_at, idle_expires_at, absolute_expires_at)
    select id, user_id, hash, ${now}, ${now}, ${idle}, ${end}
    from unnest(${sessions.map(({ id }) => id)}::uuid[], ${sessions.map(({ userId }) => userId)}::uuid[],
      ${sessions.map(({ hash }) => hash)}::text[]) opened(id, user_id, hash)`);
  return cast;
}

function people(db: Database, emails: string[]): Promise<Person[]> {
  return db.rows(sql<Person>`
    select id as "userId", email, role from users where email = any(${emails}::citext[])`);
}

/** Those who join last have fewest applications already. */
function someCandidates(db: Database, wanted: number): Promise<Person[]> {
  return db.rows(sql<Person>`
    select u.id as "userId", u.email, u.role from users u join candidates c on c.user_id = u.id
    where u.is_active order by u.created_at desc, u.id limit ${wanted}`);
}

async function openJobs(db: Database): Promise<string[]> {
  const rows = await db.rows(sql<{ id: string }>`
    select id from jobs where status = 'PUBLISHED' and (expires_at is null or expires_at > now() + interval '2 hours')
    order by posted_at desc, id limit ${MAX_JOBS}`);
  return rows.map(({ id }) => globalId('Job', id));
}
