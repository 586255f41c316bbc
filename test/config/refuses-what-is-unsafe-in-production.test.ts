import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { readConfig } from '../../src/config.js';
import { OTHER_SECRET, PRODUCTION, SECRET, problemsOf } from './environment.js';

describe('in production', () => {
  it('is fine with all that has no default', () => {
    expect(problemsOf(PRODUCTION)).toEqual([]);
    expect(readConfig(PRODUCTION)).toMatchObject({
      mode: 'production',
      authSecret: SECRET,
      passwordHashCost: 12,
      drainSeconds: 5,
    });
  });

  it.each(['DATABASE_URL', 'REDIS_URL', 'AUTH_SECRET', 'SMTP_URL', 'MAIL_FROM', 'APP_URL'])(
    'refuses to do without %s',
    (name) => {
      const line = `${name}: must be set in production`;
      expect(problemsOf({ ...PRODUCTION, [name]: undefined })).toEqual([line]);
      expect(problemsOf({ ...PRODUCTION, [name]: '' })).toEqual([line]);
    },
  );
  it.each(['DATABASE_URL', 'REDIS_URL', 'AUTH_SECRET', 'PUBLIC_URL'])('refuses to do without %s', (name) => {
    const line = `${name}: must be set in production`;
    expect(problemsOf({ ...PRODUCTION, [name]: undefined })).toEqual([line]);
    expect(problemsOf({ ...PRODUCTION, [name]: '' })).toEqual([line]);
  });

  it('refuses an address without TLS', () => {
    expect(problemsOf({ ...PRODUCTION, PUBLIC_URL: 'http://api.example.org' })).toEqual([
      'PUBLIC_URL: must start with https:// in production',
    ]);
  });

  it('names all that is missing at once', () => {
    expect(problemsOf({ NODE_ENV: 'production' })).toEqual([
      'DATABASE_URL: must be set in production',
      'REDIS_URL: must be set in production',
      'AUTH_SECRET: must be set in production',
      'SMTP_URL: must be set in production',
      'MAIL_FROM: must be set in production',
      'APP_URL: must be set in production',
      'PUBLIC_URL: must be set in production',
    ]);
  });

  it('names what is missing beside what is wrong', () => {
    const problems = problemsOf({ NODE_ENV: 'production', AUTH_SECRET: 'short', PORT: 'x' });
    expect(problems.map((line) => line.split(':')[0]).sort()).toEqual([
      'APP_URL',
      'AUTH_SECRET',
      'DATABASE_URL',
      'MAIL_FROM',
      'PORT',
      'PUBLIC_URL',
      'REDIS_URL',
      'SMTP_URL',
    ]);
  });

  it.each([
    ['short', 'AUTH_SECRET: must be at least 32 bytes long'],
    [
      'changeme-changeme-changeme-changeme',
      'AUTH_SECRET: looks like a placeholder; make one with `openssl rand -base64 48`',
    ],
  ])('refuses the weak secret %s', (weak, line) => {
    expect(problemsOf({ ...PRODUCTION, AUTH_SECRET: weak })).toEqual([line]);
  });

  it('refuses password hashes that are too cheap', () => {
    expect(problemsOf({ ...PRODUCTION, PASSWORD_HASH_COST: '9' })).toEqual([
      'PASSWORD_HASH_COST: must be at least 10 in production',
    ]);
    expect(problemsOf({ ...PRODUCTION, PASSWORD_HASH_COST: '10' })).toEqual([]);
  });

  it('refuses links of mails that lead to an unprotected front end', () => {
    expect(problemsOf({ ...PRODUCTION, APP_URL: 'http://app.example.org' })).toEqual([
      'APP_URL: must start with https:// in production',
    ]);
  });

  it('refuses a previous secret that is the current one', () => {
    expect(problemsOf({ ...PRODUCTION, AUTH_SECRET_PREVIOUS: SECRET })).toEqual([
      'AUTH_SECRET_PREVIOUS: must differ from AUTH_SECRET',
    ]);
    expect(problemsOf({ ...PRODUCTION, AUTH_SECRET_PREVIOUS: OTHER_SECRET })).toEqual([]);
    expect(problemsOf({ AUTH_SECRET: SECRET, AUTH_SECRET_PREVIOUS: SECRET })).toHaveLength(1);
  });

  it('takes every secret made as the message says', () => {
    for (let count = 0; count < 200; count++) {
      expect(problemsOf({ ...PRODUCTION, AUTH_SECRET: randomBytes(48).toString('base64') })).toEqual([]);
    }
  });
});
