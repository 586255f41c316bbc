import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig } from '../../src/config.js';

const GOOGLE = { name: 'google', issuer: 'https://accounts.google.com', clientIds: ['web', 'phone'] };
const OWN = { name: 'own_idp', issuer: 'http://127.0.0.1:8080/realms/intowork', clientIds: ['intowork'] };

function problemsOf(providers: unknown, env: Record<string, string> = {}): string[] {
  const text = typeof providers === 'string' ? providers : JSON.stringify(providers);
  try {
    readConfig({ OIDC_PROVIDERS: text, ...env });
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('OIDC_PROVIDERS', () => {
  it('is nobody by default', () => {
    expect(readConfig({}).oidcProviders).toEqual([]);
    expect(readConfig({ OIDC_PROVIDERS: '' }).oidcProviders).toEqual([]);
  });

  it('is a list of providers, written as JSON', () => {
    const text = JSON.stringify([GOOGLE, OWN], null, 2);
    expect(readConfig({ OIDC_PROVIDERS: text }).oidcProviders).toEqual([GOOGLE, OWN]);
  });

  it.each<[string, unknown, RegExp]>([
    ['no JSON', 'google', /^OIDC_PROVIDERS: must be JSON such as/],
    ['half a list', '[{', /^OIDC_PROVIDERS: must be JSON such as/],
    ['a single provider', GOOGLE, /^OIDC_PROVIDERS: must be a list such as/],
    ['null', 'null', /^OIDC_PROVIDERS: must be a list such as/],
    ['a name in capitals', [{ ...GOOGLE, name: 'Google' }], /^OIDC_PROVIDERS\.0\.name: must be a word/],
    ['an empty name', [{ ...GOOGLE, name: '' }], /^OIDC_PROVIDERS\.0\.name: must be a word/],
    ['an endless name', [{ ...GOOGLE, name: 'a'.repeat(33) }], /^OIDC_PROVIDERS\.0\.name: must be a word/],
    ['no name', [{ ...GOOGLE, name: undefined }], /^OIDC_PROVIDERS\.0\.name: \S/],
    ['no address', [{ ...GOOGLE, issuer: 'google' }], /^OIDC_PROVIDERS\.0\.issuer: must be an address/],
    ['a file', [{ ...GOOGLE, issuer: 'file:///x' }], /^OIDC_PROVIDERS\.0\.issuer: must be an address/],
    ['a query', [{ ...GOOGLE, issuer: `${GOOGLE.issuer}?x` }], /^OIDC_PROVIDERS\.0\.issuer: must be/],
    ['no client id', [{ ...GOOGLE, clientIds: [] }], /^OIDC_PROVIDERS\.0\.clientIds: \S/],
    ['an empty client id', [{ ...GOOGLE, clientIds: [''] }], /^OIDC_PROVIDERS\.0\.clientIds\.0: \S/],
    ['one client id beside a list', [{ ...GOOGLE, clientIds: 'web' }], /^OIDC_PROVIDERS\.0\.clientIds: \S/],
    ['a setting nobody knows', [{ ...GOOGLE, clientSecret: 'x' }], /^OIDC_PROVIDERS\.0: \S/],
    ['a name twice', [GOOGLE, { ...OWN, name: 'google' }], /^OIDC_PROVIDERS: must not have a name twice$/],
    [
      'an issuer twice',
      [GOOGLE, { ...OWN, issuer: GOOGLE.issuer }],
      /^OIDC_PROVIDERS: must not have an issuer twice$/,
    ],
  ])('is refused with one line when it has %s', (_what, providers, line) => {
    expect(problemsOf(providers)).toEqual([expect.stringMatching(line)]);
  });

  it('must use HTTPS in production', () => {
    const production = {
      NODE_ENV: 'production',
      DATABASE_URL: 'postgres://intowork@db.internal/intowork',
      REDIS_URL: 'redis://cache.internal:6379',
      AUTH_SECRET: 'rW4nT8yB2kQ6zX1vM9cL5hJ7gF3dS0pA',
      SMTP_URL: 'smtp://mail.internal',
      MAIL_FROM: 'no-reply@example.org',
      APP_URL: 'https://app.example.org',
      PUBLIC_URL: 'https://api.example.org',
    };
    expect(problemsOf([GOOGLE, OWN], production)).toEqual([
      'OIDC_PROVIDERS: issuers must start with https:// in production',
    ]);
    expect(problemsOf([GOOGLE], production)).toEqual([]);
  });
});
