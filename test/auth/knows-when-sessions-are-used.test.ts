import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { pino } from 'pino';
import { findViewer } from '../../src/auth/find-viewer.js';
import { noteSessionUse } from '../../src/auth/note-session-use.js';
import { DAY, HOUR, MINUTE } from '../../src/platform/clock.js';
import { executeIn } from '../../src/platform/database/database.js';
import { clientAt, holds, ME, refresh, sessionOf } from '../support/accounts.js';
import { signUp } from '../support/people.js';
import { countStatements } from '../support/statement-count.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { whileWritesFail } from '../support/while-writes-fail.js';

describe('the last use of a session', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  const writesIn = (statements: string[]) => statements.filter((text) => text.includes('update sessions'));

  it('is when its access token was used, without any refresh, and from where', async () => {
    const { accessToken } = await signUp(server, 'CANDIDATE');
    const { createdAt } = await sessionOf(server, accessToken);
    server.clock.advance(HOUR);
    await clientAt(server, '198.51.100.30').signedIn(accessToken).data(ME);
    const { lastUsedAt, ip } = await sessionOf(server, accessToken);
    expect(lastUsedAt.getTime() - createdAt.getTime()).toBeGreaterThanOrEqual(HOUR);
    expect(ip).toBe('198.51.100.30');
  });

  it('is written once in 10 minutes, not with each request', async () => {
    const { client, accessToken } = await signUp(server, 'CANDIDATE');
    server.clock.advance(9 * MINUTE);
    expect(writesIn(await countStatements(() => client.data(ME)))).toHaveLength(0);
    server.clock.advance(2 * MINUTE);
    expect(writesIn(await countStatements(() => client.data(ME)))).toHaveLength(1);
    const { lastUsedAt } = await sessionOf(server, accessToken);
    server.clock.advance(9 * MINUTE);
    expect(writesIn(await countStatements(() => client.data(ME)))).toHaveLength(0);
    expect((await sessionOf(server, accessToken)).lastUsedAt).toEqual(lastUsedAt);
  });

  it('is written once by requests that come at once', async () => {
    const { client, accessToken } = await signUp(server, 'CANDIDATE');
    const { id } = await sessionOf(server, accessToken);
    await server.db.rows(sql`create table if not exists session_writes (session_id uuid)`);
    await server.db.rows(sql`
      create or replace function count_session_write() returns trigger language plpgsql as $$
      begin
        insert into session_writes values (new.id);
        return new;
      end
      $$`);
    await server.db.rows(sql`
      create trigger count_session_write after update on sessions
        for each row execute function count_session_write()`);
    server.clock.advance(HOUR);
    await Promise.all(Array.from({ length: 30 }, () => client.data(ME)));
    const writes = await server.db.rows(sql`select 1 from session_writes where session_id = ${id}`);
    await server.db.rows(sql`drop trigger count_session_write on sessions`);
    expect(writes).toHaveLength(1);
  });

  it('is not written again by a request that read it before another one wrote it', async () => {
    const { accessToken } = await signUp(server, 'CANDIDATE');
    const { id: sessionId, userId } = await sessionOf(server, accessToken);
    server.clock.advance(HOUR);
    const now = server.clock.now();
    const presence = await findViewer(server.db, { userId, sessionId }, now);
    if (!presence) throw new Error('nobody is signed in');
    const silent = pino({ level: 'silent' });
    await noteSessionUse(server.db, silent, presence, { ip: '198.51.100.31', now });
    await noteSessionUse(server.db, silent, presence, { ip: '198.51.100.32', now });
    expect(await sessionOf(server, accessToken)).toMatchObject({ ip: '198.51.100.31', lastUsedAt: now });
  });

  it('does not put off the end of the session', async () => {
    const { client, accessToken, refreshToken } = await signUp(server, 'CANDIDATE');
    const before = await sessionOf(server, accessToken);
    server.clock.advance(23 * HOUR);
    await client.data(ME);
    const after = await sessionOf(server, accessToken);
    expect(after.lastUsedAt).not.toEqual(before.lastUsedAt);
    expect(after.idleExpiresAt).toEqual(before.idleExpiresAt);
    expect(after.refreshTokenHash).toBe(before.refreshTokenHash);
    server.clock.advance(6 * DAY + 2 * HOUR);
    expect((await refresh(server, refreshToken)).userErrors[0]?.code).toBe('TOKEN_EXPIRED');
  });

  it('does not keep a request waiting while somebody else writes to the session', async () => {
    const { accessToken } = await signUp(server, 'CANDIDATE');
    const before = await sessionOf(server, accessToken);
    server.clock.advance(HOUR);
    await server.db.transaction(async (em) => {
      await executeIn(em, sql`select from sessions where id = ${before.id} for update`);
      expect(await holds(server, accessToken)).toBe(true);
    });
    expect((await sessionOf(server, accessToken)).lastUsedAt).toEqual(before.lastUsedAt);
  });

  it('may fail to be written: the request is answered, and the log says so', async () => {
    const { client, email } = await signUp(server, 'CANDIDATE');
    server.clock.advance(HOUR);
    const from = server.logLines.length;
    const answer = await whileWritesFail(server.db, 'sessions', () => client.data(ME));
    expect(answer).toMatchObject({ me: { email } });
    expect(server.logLines.slice(from).join('')).toContain('the use of a session could not be noted');
  });
});
