import { ConfigError, readConfig } from '../../src/config.js';

export const SECRET = 'rW4nT8yB2kQ6zX1vM9cL5hJ7gF3dS0pA';
export const OTHER_SECRET = 'Qw7xT2vB9nM4kLpZ8sRdF6gHjY3cVeUa';

export const PRODUCTION = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://intowork@db.internal/intowork',
  REDIS_URL: 'redis://cache.internal:6379',
  AUTH_SECRET: SECRET,
  SMTP_URL: 'smtp://mail.internal:587',
  MAIL_FROM: 'IntoWork <no-reply@example.org>',
  APP_URL: 'https://app.example.org',
  PUBLIC_URL: 'https://api.example.org',
};

export const S3 = {
  S3_BUCKET: 'intowork',
  S3_REGION: 'eu-west-3',
  S3_ACCESS_KEY_ID: 'AKIA',
  S3_SECRET_ACCESS_KEY: 'key-of-the-bucket',
};

export function problemsOf(env: Record<string, string | undefined>): string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}
