import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import bcrypt from 'bcrypt';
import { sql } from 'kysely';
import { SigningKeys } from '../../src/auth/signing-keys.js';
import { Tokens } from '../../src/auth/tokens.js';
import { claimsIn, refresh, rotated, sessionOf, signIn } from '../support/accounts.js';
import { PASSWORD, signUp } from '../support/people.js';
import { startTestServer, TEST_SECRET, type TestServer } from '../support/test-server.js';

const tokens = new Tokens(new SigningKeys(TEST_SECRET), 24);

describe('what is kept of tokens', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  it('holds no token, no part of one, and nothing to make one of', async () => {
    const person = await signUp(server, 'CANDIDATE');
    const next = await rotated(server, person.refreshToken);
    await refresh(server, next.refreshToken);
    const tables = await server.db.rows(
      sql<{ name: string }>`select table_name as name from information_schema.tables
        where table_schema = current_schema() and table_type = 'BASE TABLE'`,
    );
    expect(tables.map(({ name }) => name)).toContain('sessions');
    const texts: string[] = [];
    for (const { name } of tables) {
      const rows = await server.db.rows(
        sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`,
      );
      texts.push(...rows.map(({ row }) => row));
    }
    const everything = texts.join('\n');
    // What is certainly there is found this way, so what is not found is not there.
    expect(everything).toContain((await sessionOf(server, person.refreshToken)).refreshTokenHash);
    for (const token of [person.accessToken, person.refreshToken, next.accessToken, next.refreshToken]) {
      const [, payload = '?', signature = '?'] = token.split('.');
      expect(everything).not.toContain(payload);
      expect(everything).not.toContain(signature);
      expect(everything).not.toContain(tokens.digest(token));
      const { jti } = claimsIn(token);
      if (jti !== undefined) expect(everything).not.toContain(jti);
    }
    expect(everything).not.toContain(PASSWORD);
  });

  it('is a bcrypt hash of a keyed digest of the refresh token', async () => {
    const { refreshToken } = await signUp(server, 'CANDIDATE');
    const { refreshTokenHash } = await sessionOf(server, refreshToken);
    expect(refreshTokenHash).toMatch(/^\$2b\$\d\d\$.{53}$/);
    expect(tokens.digest(refreshToken)).toHaveLength(43);
    expect(await bcrypt.compare(tokens.digest(refreshToken), refreshTokenHash)).toBe(true);
    expect(await bcrypt.compare(refreshToken, refreshTokenHash)).toBe(false);
    const foreign = new Tokens(new SigningKeys('somebody-elses-secret-of-32-bytes!'), 24);
    expect(await bcrypt.compare(foreign.digest(refreshToken), refreshTokenHash)).toBe(false);
  });

  it('matches its own token and no other of the same user and session', async () => {
    const { email, refreshToken: first } = await signUp(server, 'CANDIDATE');
    const { refreshTokenHash: ofFirst } = await sessionOf(server, first);
    const { refreshToken: second } = await rotated(server, first);
    const { refreshTokenHash: ofSecond } = await sessionOf(server, second);
    const { refreshToken: elsewhere } = await signIn(server, email);
    // They share more than bcrypt reads: hashed as they are, they would all pass for each other.
    expect(second.slice(0, 72)).toBe(first.slice(0, 72));
    const matches = (token: string | null, hash: string) => bcrypt.compare(tokens.digest(`${token}`), hash);
    expect(await matches(first, ofFirst)).toBe(true);
    expect(await matches(second, ofSecond)).toBe(true);
    expect(await matches(second, ofFirst)).toBe(false);
    expect(await matches(first, ofSecond)).toBe(false);
    expect(await matches(elsewhere, ofFirst)).toBe(false);
    expect(await matches(elsewhere, ofSecond)).toBe(false);
  });

  it('does not get into the log either, and neither do passwords and e-mail addresses', async () => {
    const from = server.logLines.length;
    const person = await signUp(server, 'CANDIDATE');
    await signIn(server, person.email, `${PASSWORD}x`);
    const next = await rotated(server, person.refreshToken);
    const logged = server.logLines.slice(from).join('');
    expect(logged).not.toBe('');
    for (const secret of [person.accessToken, person.refreshToken, next.accessToken, next.refreshToken]) {
      expect(logged).not.toContain(secret.split('.')[2]);
    }
    expect(logged).not.toContain(PASSWORD);
    expect(logged).not.toContain(person.email);
  });
});
