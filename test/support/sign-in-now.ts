import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { SigningKeys } from '../../src/auth/signing-keys.js';
import { Tokens } from '../../src/auth/tokens.js';
import type { Role } from '../../src/graphql/role.js';
import { addTime, DAY } from '../../src/platform/clock.js';
import type { Person } from './people.js';
import { TEST_SECRET, type TestServer } from './test-server.js';
import { uuidIn } from './uuid-in.js';

const tokens = new Tokens(new SigningKeys(TEST_SECRET), 24);

/** The same person with a session made by SQL, valid by the server's clock: signing in often is limited. */
export async function signedInNow<P extends Person>(server: TestServer, person: P): Promise<P> {
  const now = server.clock.now();
  const expiry = addTime(now, DAY);
  const sessionId = uuidv7();
  const userId = uuidIn(person.id);
  const [user] = await server.db.rows(sql<{ role: Role }>`
    with session as (
      insert into sessions (id, created_at, user_id, refresh_token_hash, last_used_at, idle_expires_at, absolute_expires_at)
      values (${sessionId}, ${now}, ${userId}, 'none', ${now}, ${expiry}, ${expiry})
    )
    select role from users where id = ${userId}`);
  if (!user) throw new Error(`${person.email} is not in the database`);
  const accessToken = tokens.signAccess({ userId, sessionId, role: user.role }, now, expiry);
  return { ...person, accessToken, client: person.client.signedIn(accessToken) };
}
