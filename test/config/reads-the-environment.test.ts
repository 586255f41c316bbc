import { describe, expect, it } from '@jest/globals';
import { readConfig } from '../../src/config.js';
import { OTHER_SECRET, PRODUCTION, S3, SECRET, problemsOf } from './environment.js';

describe('the configuration', () => {
  it('needs nothing on a development machine', () => {
    expect(readConfig({})).toEqual({
      mode: 'development',
      port: 4000,
      host: '127.0.0.1',
      databaseUrl: undefined,
      databasePoolSize: 10,
      listCacheSeconds: 5,
      redisUrl: undefined,
      smtpUrl: undefined,
      mailFrom: 'IntoWork <no-reply@intowork.example>',
      appUrl: 'http://localhost:3000',
      publicUrl: undefined,
      dataDir: 'data',
      s3: undefined,
      authSecret: undefined,
      authSecretPrevious: undefined,
      accessTokenHours: 24,
      passwordHashCost: 12,
      oidcProviders: [],
      trustedProxies: [],
      allowedOrigins: [],
      logLevel: 'info',
      demoData: true,
      metricsToken: undefined,
      drainSeconds: 0,
    });
  });

  it('takes every setting from the environment', () => {
    expect(
      readConfig({
        NODE_ENV: 'production',
        PORT: '8080',
        HOST: '0.0.0.0',
        DATABASE_URL: 'postgresql://intowork:x@db.internal:5433/intowork?sslmode=require',
        DATABASE_POOL_SIZE: '40',
        LIST_CACHE_SECONDS: '0',
        REDIS_URL: 'rediss://cache.internal:6380/2',
        SMTP_URL: 'smtps://intowork:x@mail.internal:465',
        MAIL_FROM: 'Jobs <jobs@example.org>',
        APP_URL: 'https://app.example.org/fr',
        PUBLIC_URL: 'https://api.example.org/intowork/',
        DATA_DIR: '/var/lib/intowork',
        ...S3,
        S3_ENDPOINT: 'https://s3.example.org',
        AUTH_SECRET: SECRET,
        AUTH_SECRET_PREVIOUS: OTHER_SECRET,
        ACCESS_TOKEN_HOURS: '2',
        PASSWORD_HASH_COST: '13',
        OIDC_PROVIDERS: '[{"name":"google","issuer":"https://accounts.google.com","clientIds":["web"]}]',
        TRUSTED_PROXIES: '10.0.0.0/8, 192.0.2.1,2001:db8::/32',
        ALLOWED_ORIGINS: 'https://app.example.org , https://admin.example.org',
        LOG_LEVEL: 'warn',
        DEMO_DATA: 'true',
        METRICS_TOKEN: 'a-token-of-some-length',
        DRAIN_SECONDS: '9',
      }),
    ).toEqual({
      mode: 'production',
      port: 8080,
      host: '0.0.0.0',
      databaseUrl: 'postgresql://intowork:x@db.internal:5433/intowork?sslmode=require',
      databasePoolSize: 40,
      listCacheSeconds: 0,
      redisUrl: 'rediss://cache.internal:6380/2',
      smtpUrl: 'smtps://intowork:x@mail.internal:465',
      mailFrom: 'Jobs <jobs@example.org>',
      appUrl: 'https://app.example.org/fr',
      publicUrl: 'https://api.example.org/intowork',
      dataDir: '/var/lib/intowork',
      s3: {
        bucket: 'intowork',
        region: 'eu-west-3',
        accessKeyId: 'AKIA',
        secretAccessKey: 'key-of-the-bucket',
        endpoint: 'https://s3.example.org',
      },
      authSecret: SECRET,
      authSecretPrevious: OTHER_SECRET,
      accessTokenHours: 2,
      passwordHashCost: 13,
      oidcProviders: [{ name: 'google', issuer: 'https://accounts.google.com', clientIds: ['web'] }],
      trustedProxies: ['10.0.0.0/8', '192.0.2.1', '2001:db8::/32'],
      allowedOrigins: ['https://app.example.org', 'https://admin.example.org'],
      logLevel: 'warn',
      demoData: true,
      metricsToken: 'a-token-of-some-length',
      drainSeconds: 9,
    });
  });

  it('does not mind variables of others', () => {
    expect(readConfig({ PATH: '/usr/bin', HOME: '/home/ama' })).toEqual(readConfig({}));
  });

  it.each([
    'NODE_ENV',
    'PORT',
    'HOST',
    'DATABASE_URL',
    'DATABASE_POOL_SIZE',
    'LIST_CACHE_SECONDS',
    'REDIS_URL',
    'SMTP_URL',
    'MAIL_FROM',
    'APP_URL',
    'PUBLIC_URL',
    'S3_BUCKET',
    'S3_REGION',
    'S3_ENDPOINT',
    'S3_ACCESS_KEY_ID',
    'S3_SECRET_ACCESS_KEY',
    'DATA_DIR',
    'AUTH_SECRET',
    'AUTH_SECRET_PREVIOUS',
    'ACCESS_TOKEN_HOURS',
    'PASSWORD_HASH_COST',
    'OIDC_PROVIDERS',
    'TRUSTED_PROXIES',
    'ALLOWED_ORIGINS',
    'LOG_LEVEL',
    'DEMO_DATA',
    'METRICS_TOKEN',
    'DRAIN_SECONDS',
  ])('takes an empty %s for one that is not set', (name) => {
    expect(readConfig({ [name]: '' })).toEqual(readConfig({}));
  });

  it.each([
    [{}, true],
    [{ DATABASE_URL: 'postgres://localhost/mine' }, false],
    [{ DATABASE_URL: 'postgres://localhost/mine', DEMO_DATA: 'true' }, true],
    [{ DEMO_DATA: 'false' }, false],
    [PRODUCTION, false],
  ])('loads demo data only where they do no harm, unless told: %j', (env, expected) => {
    expect(readConfig(env).demoData).toBe(expected);
  });

  it.each([
    ['one', '10.0.0.1', ['10.0.0.1']],
    ['several, with spaces', ' 10.0.0.1 , 10.0.0.2', ['10.0.0.1', '10.0.0.2']],
    ['ranges', '10.0.0.0/8,fd00::/8', ['10.0.0.0/8', 'fd00::/8']],
    ['names of ranges', 'loopback,uniquelocal,linklocal', ['loopback', 'uniquelocal', 'linklocal']],
    ['nothing but commas', ' , ,', []],
  ])('reads TRUSTED_PROXIES as a list: %s', (_what, value, expected) => {
    expect(readConfig({ TRUSTED_PROXIES: value }).trustedProxies).toEqual(expected);
  });

  const INVALID: [string, string, RegExp][] = [
    ['NODE_ENV', 'staging', /production/],
    ['NODE_ENV', 'Production', /production/],
    ['PORT', 'abc', /number/],
    ['PORT', '-1', /0/],
    ['PORT', '65536', /65535/],
    ['PORT', '80.5', /int/],
    ['PORT', 'Infinity', /number/],
    ['DATABASE_URL', 'mysql://localhost/x', /must start with postgres:\/\//],
    ['DATABASE_URL', 'localhost:5432', /must start with postgres:\/\//],
    ['DATABASE_POOL_SIZE', '0', /1/],
    ['DATABASE_POOL_SIZE', '201', /200/],
    ['LIST_CACHE_SECONDS', '61', /60/],
    ['REDIS_URL', 'http://localhost:6379', /must start with redis:\/\/ or rediss:\/\//],
    ['SMTP_URL', 'mail.internal:25', /smtp:\/\//],
    ['SMTP_URL', 'smtp://', /server/],
    ['MAIL_FROM', 'IntoWork', /e-mail address/],
    ['MAIL_FROM', 'a@b.c\r\nBcc: everybody@example.org', /e-mail address/],
    ['APP_URL', 'app.example.org', /https/],
    ['APP_URL', 'javascript:alert(1)', /https/],
    ['PUBLIC_URL', 'api.example.org', /must start with http/],
    ['PUBLIC_URL', 'ftp://api.example.org', /must start with http/],
    ['AUTH_SECRET', 'short', /at least 32 bytes/],
    ['AUTH_SECRET', SECRET.slice(1), /at least 32 bytes/],
    ['AUTH_SECRET', 'x'.repeat(64), /placeholder/],
    ['AUTH_SECRET', 'changeme', /bytes|placeholder/],
    ['AUTH_SECRET', 'please-change-me-please-change-me-now', /placeholder/],
    ['AUTH_SECRET', 'your-secret-your-secret-your-secret-', /placeholder/],
    ['AUTH_SECRET', 'This-Is-My-Password-Of-Many-Characters', /placeholder/],
    ['AUTH_SECRET', 'super-secret-key-super-key-super-key', /placeholder/],
    ['AUTH_SECRET', 'The-Default-Key-Of-The-Documentation', /placeholder/],
    ['AUTH_SECRET', 'intowork-intowork-api-key-of-the-api', /placeholder/],
    ['AUTH_SECRET', '01234567890123456789012345678901', /placeholder/],
    ['AUTH_SECRET', 'kQ7zT2vBkQ7zT2vBkQ7zT2vBkQ7zT2vB', /placeholder/],
    ['AUTH_SECRET', 'é'.repeat(16), /placeholder/],
    ['AUTH_SECRET_PREVIOUS', 'short', /at least 32 bytes/],
    ['AUTH_SECRET_PREVIOUS', 'changeme-changeme-changeme-changeme', /placeholder/],
    ['ACCESS_TOKEN_HOURS', '0', /1/],
    ['ACCESS_TOKEN_HOURS', '25', /24/],
    ['ACCESS_TOKEN_HOURS', '0.5', /int/],
    ['PASSWORD_HASH_COST', '3', /4/],
    ['PASSWORD_HASH_COST', '16', /15/],
    ['PASSWORD_HASH_COST', 'twelve', /number/],
    ['TRUSTED_PROXIES', 'nonsense', /address/],
    ['TRUSTED_PROXIES', '10.0.0.1, 10.0.0.300', /address/],
    ['TRUSTED_PROXIES', '10.0.0.0/33', /address/],
    ['TRUSTED_PROXIES', 'fd00::/129', /address/],
    ['TRUSTED_PROXIES', '10.0.0.0/x', /address/],
    ['TRUSTED_PROXIES', 'true', /address/],
    ['LOG_LEVEL', 'loud', /info/],
    ['DEMO_DATA', 'yes', /true/],
    ['DEMO_DATA', '1', /true/],
    ['METRICS_TOKEN', 'short', /16/],
    ['DRAIN_SECONDS', '-1', /0/],
    ['DRAIN_SECONDS', '61', /60/],
  ];

  it.each(INVALID)('refuses %s=%s with one line that says why', (name, value, why) => {
    const problems = problemsOf({ [name]: value });
    expect(problems).toHaveLength(1);
    const [line = ''] = problems;
    expect(line).toMatch(new RegExp(`^${name}: \\S`));
    expect(line).toMatch(why);
    expect(line).not.toContain('\n');
  });

  it('never repeats a secret', () => {
    const secrets = {
      AUTH_SECRET: 'hunter2',
      METRICS_TOKEN: 'hunter3',
      DATABASE_URL: 'mysql://a:hunter4@b/c',
    };
    expect(problemsOf(secrets)).toHaveLength(3);
    expect(problemsOf(secrets).join('\n')).not.toMatch(/hunter/);
  });

  it('names everything that is wrong at once', () => {
    expect(
      problemsOf({ PORT: 'x', LOG_LEVEL: 'x', DEMO_DATA: 'x' }).map((line) => line.split(':')[0]),
    ).toEqual(['PORT', 'LOG_LEVEL', 'DEMO_DATA']);
  });

  it('throws an error whose message is those lines', () => {
    expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'x' })).toThrow(/^PORT: .+\nLOG_LEVEL: .+$/);
  });
});
