import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { HOUR } from '../../src/platform/clock.js';
import {
  claimsIn,
  clientAt,
  holds,
  REFRESH,
  refresh,
  rotated,
  sessionOf,
  signIn,
} from '../support/accounts.js';
import { signUp, type Person } from '../support/people.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const REUSED = {
  accessToken: null,
  refreshToken: null,
  user: null,
  userErrors: [
    {
      code: 'TOKEN_REUSED',
      field: 'refreshToken',
      message: 'This refresh token was used before. To be safe, the session has been ended: sign in again.',
    },
  ],
};

describe('a refresh token that was used up', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  /** Ways to a token whose coming back means theft; each answers that token and one that was good until then. */
  const STORIES: Record<
    string,
    (person: Person) => Promise<{ old: string; latest: string; access: string }>
  > = {
    'whose successor was used': async ({ refreshToken: old }) => {
      const { refreshToken: successor } = await rotated(server, old);
      const { refreshToken: latest, accessToken: access } = await rotated(server, successor);
      return { old, latest, access };
    },
    'more than 30 seconds after its rotation': async ({ refreshToken: old }) => {
      const { refreshToken: latest, accessToken: access } = await rotated(server, old);
      server.clock.advance(30_001);
      return { old, latest, access };
    },
    'of many rotations ago': async ({ refreshToken: old }) => {
      let last = await rotated(server, old);
      for (let round = 0; round < 4; round++) {
        server.clock.advance(HOUR);
        last = await rotated(server, last.refreshToken);
      }
      return { old, latest: last.refreshToken, access: last.accessToken };
    },
  };
  const stories = Object.keys(STORIES);

  const play = async (story: string, person: Person) => {
    const told = await STORIES[story]?.(person);
    if (!told) throw new Error(`no story ${story}`);
    return told;
  };

  const notificationsOf = (token: string) =>
    server.db.rows(sql`
      select type, job_id as "jobId", application_id as "applicationId", payload, read_at as "readAt"
      from notifications where user_id = ${claimsIn(token).sub}`);

  const auditOf = (token: string) =>
    server.db.rows(sql`
      select action, subject_type as "subjectType", subject_id as "subjectId", host(ip) as ip, details
      from audit_log where subject_id = ${claimsIn(token)['sid']}`);

  it.each(stories)('(%s) ends its session, with the reason', async (story) => {
    const person = await signUp(server, 'CANDIDATE');
    const { old, latest, access } = await play(story, person);
    const before = await sessionOf(server, latest);
    expect(await refresh(server, old)).toEqual(REUSED);
    const after = await sessionOf(server, latest);
    expect(after).toEqual({ ...before, revokedAt: expect.any(Date), revokedReason: 'TOKEN_REUSED' });
    expect(await holds(server, access)).toBe(false);
    expect(await holds(server, person.accessToken)).toBe(false);
    expect((await refresh(server, latest)).userErrors[0]?.code).toBe('SESSION_ENDED');
  });

  it.each(stories)('(%s) is recorded, and the user is notified', async (story) => {
    const { old } = await play(story, await signUp(server, 'EMPLOYER'));
    const thief = clientAt(server, '198.51.100.66');
    await thief.data(REFRESH, { input: { refreshToken: old } });
    expect(await notificationsOf(old)).toEqual([
      {
        type: 'SYSTEM',
        jobId: null,
        applicationId: null,
        payload: { event: 'SESSION_TOKEN_REUSED' },
        readAt: null,
      },
    ]);
    expect(await auditOf(old)).toEqual([
      {
        action: 'SESSION_TOKEN_REUSED',
        subjectType: 'Session',
        subjectId: claimsIn(old)['sid'],
        ip: '198.51.100.66',
        details: {},
      },
    ]);
  });

  it.each(stories)('(%s) is recorded and told once, however many bring it at once', async (story) => {
    const { old, latest } = await play(story, await signUp(server, 'CANDIDATE'));
    const answers = await Promise.all(Array.from({ length: 10 }, () => refresh(server, old)));
    const codes = answers.map(({ userErrors }) => userErrors[0]?.code ?? 'OK');
    expect(codes).toContain('TOKEN_REUSED');
    // Who comes after the session was ended is told just that.
    expect(codes.filter((code) => code !== 'TOKEN_REUSED' && code !== 'SESSION_ENDED')).toEqual([]);
    expect((await sessionOf(server, latest)).revokedReason).toBe('TOKEN_REUSED');
    expect(await notificationsOf(old)).toHaveLength(1);
    expect(await auditOf(old)).toHaveLength(1);
  });

  it('does not bring the end of the other sessions of the user', async () => {
    const person = await signUp(server, 'CANDIDATE');
    const elsewhere = await signIn(server, person.email);
    const { old } = await play('whose successor was used', person);
    expect(await refresh(server, old)).toEqual(REUSED);
    expect(await holds(server, elsewhere.accessToken)).toBe(true);
    expect((await refresh(server, elsewhere.refreshToken)).userErrors).toEqual([]);
  });

  it('is no theft within 30 seconds', async () => {
    const { refreshToken } = await signUp(server, 'CANDIDATE');
    const { refreshToken: successor } = await rotated(server, refreshToken);
    server.clock.advance(28_000);
    expect((await rotated(server, refreshToken)).refreshToken).toBe(successor);
    expect(await notificationsOf(refreshToken)).toEqual([]);
    expect(await auditOf(refreshToken)).toEqual([]);
  });

  it('is logged without the token', async () => {
    const { old } = await play('whose successor was used', await signUp(server, 'CANDIDATE'));
    const from = server.logLines.length;
    await refresh(server, old);
    const logged = server.logLines.slice(from).join('');
    expect(logged).toContain('a used refresh token came back');
    expect(logged).not.toContain(old);
    expect(logged).not.toContain(old.split('.')[2]);
  });
});
