import { startTestServer, TEST_SECRET, type TestServer } from './test-server.js';

/** Nobody listens there: what does not need Redis has to work without it. */
export const NO_REDIS = 'redis://127.0.0.1:1';

const NO_SMTP = 'smtp://127.0.0.1:1';

/** A server as it runs in production. Its Redis may be away; its database is a test's own. */
export function startProductionServer(env: Record<string, string> = {}): Promise<TestServer> {
  return startTestServer({
    env: {
      NODE_ENV: 'production',
      DATABASE_URL: 'postgres://127.0.0.1/replaced-by-the-database-of-the-test',
      REDIS_URL: process.env['TEST_REDIS_URL'] || NO_REDIS,
      AUTH_SECRET: TEST_SECRET,
      SMTP_URL: NO_SMTP,
      MAIL_FROM: 'IntoWork <no-reply@intowork.example>',
      APP_URL: 'https://app.intowork.example',
      PASSWORD_HASH_COST: '10',
      PUBLIC_URL: 'https://api.example.org',
      DRAIN_SECONDS: '0',
      ...env,
    },
  });
}
