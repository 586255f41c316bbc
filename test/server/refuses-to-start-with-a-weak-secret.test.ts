import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApiProcess } from '../support/api-process.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';
import { TEST_SECRET } from '../support/test-server.js';

describe('a process in production', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  /** Everything else is in order, so that only the secret can stop it. */
  async function startWith(
    secrets: Record<string, string>,
  ): Promise<{ code: number | null; lines: string[] }> {
    const api = startApiProcess({
      NODE_ENV: 'production',
      DATABASE_URL: database.url,
      REDIS_URL: process.env['TEST_REDIS_URL'] || 'redis://127.0.0.1:1',
      SMTP_URL: 'smtp://127.0.0.1:1',
      MAIL_FROM: 'IntoWork <no-reply@intowork.example>',
      APP_URL: 'https://app.intowork.example',
      PUBLIC_URL: 'https://api.intowork.example',
      PORT: '0',
      ...secrets,
    });
    // One that starts all the same would never end: its first line says so.
    api.child.stdout?.once('data', () => api.child.kill('SIGKILL'));
    return { code: await api.ended, lines: api.output().trim().split('\n') };
  }

  const PLACEHOLDER = 'looks like a placeholder; make one with `openssl rand -base64 48`';

  it.each([
    ['of 31 bytes', { AUTH_SECRET: TEST_SECRET.slice(1) }, 'AUTH_SECRET: must be at least 32 bytes long'],
    [
      'left as it was copied',
      { AUTH_SECRET: 'change-me-change-me-change-me-change-me' },
      `AUTH_SECRET: ${PLACEHOLDER}`,
    ],
    ['of one letter', { AUTH_SECRET: 'x'.repeat(64) }, `AUTH_SECRET: ${PLACEHOLDER}`],
    [
      'that is the one before it',
      { AUTH_SECRET: TEST_SECRET, AUTH_SECRET_PREVIOUS: TEST_SECRET },
      'AUTH_SECRET_PREVIOUS: must differ from AUTH_SECRET',
    ],
    [
      'before it that is short',
      { AUTH_SECRET: TEST_SECRET, AUTH_SECRET_PREVIOUS: 'short' },
      'AUTH_SECRET_PREVIOUS: must be at least 32 bytes long',
    ],
  ])(
    'does not start with a secret %s, and says so in one line',
    async (_what, secrets, line) => {
      expect(await startWith(secrets)).toEqual({ code: 1, lines: [`intowork-api: ${line}`] });
    },
    60_000,
  );
});
