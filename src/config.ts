import { z } from 'zod';
import { providerList, type ProviderSettings } from './auth/providers/provider-settings.js';
import type { S3Settings } from './platform/files/s3-disk.js';
import { isAddressOrRange } from './platform/network.js';

/** A secret shorter than the digest it keys (SHA-256, 32 bytes) weakens it. */
const MIN_SECRET_BYTES = 32;

/** What people leave standing when they copy a setting, and the same few letters over and over. */
const WEAK_SECRETS =
  /change.?me|secret|example|password|default|insecure|placeholder|intowork|12345678|abcdefgh|^(.{1,16}?)\1+$/i;

const secret = z
  .string()
  .refine((value) => Buffer.byteLength(value) >= MIN_SECRET_BYTES, {
    error: `must be at least ${MIN_SECRET_BYTES} bytes long`,
    abort: true,
  })
  .refine(
    (value) => !WEAK_SECRETS.test(value),
    'looks like a placeholder; make one with `openssl rand -base64 48`',
  );

const list = z
  .string()
  .default('')
  .transform((value) =>
    value
      .split(',')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== ''),
  );

const proxies = list.refine((entries) => entries.every(isAddressOrRange), {
  error: 'must be IP addresses or ranges such as 10.0.0.0/8, separated by commas',
});

const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

const wholeNumber = (min: number, max: number) => z.coerce.number().int().min(min).max(max);

const environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: wholeNumber(0, 65535).default(4000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres://')
    .optional(),
  DATABASE_POOL_SIZE: wholeNumber(1, 200).default(10),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'must start with redis:// or rediss://')
    .optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^/]/, 'must start with smtp:// or smtps:// and name a server')
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*@[^\s@<>]+>?$/, 'must be an e-mail address, such as IntoWork <no-reply@example.org>')
    .default('IntoWork <no-reply@intowork.example>'),
  APP_URL: z.url({ protocol: /^https?$/, error: 'must start with http:// or https://' }).optional(),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must start with http:// or https://' })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  S3_BUCKET: z.string().min(1).optional(),
  S3_REGION: z.string().min(1).optional(),
  S3_ENDPOINT: z.url({ protocol: /^https?$/, error: 'must start with http:// or https://' }).optional(),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  DATA_DIR: z.string().min(1).default('data'),
  AUTH_SECRET: secret.optional(),
  AUTH_SECRET_PREVIOUS: secret.optional(),
  ACCESS_TOKEN_HOURS: wholeNumber(1, 24).default(24),
  PASSWORD_HASH_COST: wholeNumber(4, 15).default(12),
  OIDC_PROVIDERS: providerList,
  TRUSTED_PROXIES: proxies,
  ALLOWED_ORIGINS: list,
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  DEMO_DATA: flag.optional(),
  METRICS_TOKEN: z.string().min(16).optional(),
  DRAIN_SECONDS: wholeNumber(0, 60).optional(),
});

export interface Config {
  mode: 'development' | 'test' | 'production';
  port: number;
  host: string;
  /** Undefined: an embedded PostgreSQL is started in `dataDir`. */
  databaseUrl: string | undefined;
  databasePoolSize: number;
  /** Undefined: what would be shared through Redis is kept in the memory of this one process. */
  redisUrl: string | undefined;
  /** Undefined: mails become files in `dataDir`. */
  smtpUrl: string | undefined;
  /** Sender of mails. */
  mailFrom: string;
  /** Address of the front end, whose pages the links of mails open. */
  appUrl: string;
  /** Where clients reach the API, without a slash at the end. Undefined: where it listens. */
  publicUrl: string | undefined;
  dataDir: string;
  /** Undefined: files are kept in `dataDir`. */
  s3: S3Settings | undefined;
  /** Undefined only outside production: one is made and kept in `dataDir`. */
  authSecret: string | undefined;
  authSecretPrevious: string | undefined;
  accessTokenHours: number;
  passwordHashCost: number;
  /** OpenID Connect providers people may sign in with. */
  oidcProviders: ProviderSettings[];
  /** Addresses or CIDR ranges whose X-Forwarded-For is believed. */
  trustedProxies: string[];
  /** Origins of browser clients; empty in development means any. */
  allowedOrigins: string[];
  logLevel: string;
  /** Load the demo data into an empty database. */
  demoData: boolean;
  /** Bearer token that opens /metrics to other machines. */
  metricsToken: string | undefined;
  /** How long a stopping process goes on serving while /readyz already says 503. */
  drainSeconds: number;
}

/** Thrown with one line for each setting that is missing or wrong. */
export class ConfigError extends Error {
  constructor(readonly problems: string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
  }
}

/** Reads the environment into one validated object; the only place that knows its variables. */
export function readConfig(env: Record<string, string | undefined>): Config {
  // A variable set to nothing, as in `REDIS_URL= npm start`, means "not set".
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const missing = [
    ...(given['NODE_ENV'] === 'production' ? missingInProduction(given) : []),
    ...missingForS3(given),
  ];
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const invalid = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError([...missing, ...invalid]);
  }
  const values = parsed.data;
  const weak = [
    ...(values.NODE_ENV === 'production' ? weakInProduction(values) : []),
    ...repeatedSecret(values),
  ];
  if (missing.length + weak.length > 0) throw new ConfigError([...missing, ...weak]);
  return {
    mode: values.NODE_ENV,
    port: values.PORT,
    host: values.HOST,
    databaseUrl: values.DATABASE_URL,
    databasePoolSize: values.DATABASE_POOL_SIZE,
    redisUrl: values.REDIS_URL,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    appUrl: values.APP_URL ?? 'http://localhost:3000',
    publicUrl: values.PUBLIC_URL,
    dataDir: values.DATA_DIR,
    s3: s3Of(values),
    authSecret: values.AUTH_SECRET,
    authSecretPrevious: values.AUTH_SECRET_PREVIOUS,
    accessTokenHours: values.ACCESS_TOKEN_HOURS,
    passwordHashCost: values.PASSWORD_HASH_COST,
    oidcProviders: values.OIDC_PROVIDERS,
    trustedProxies: values.TRUSTED_PROXIES,
    allowedOrigins: values.ALLOWED_ORIGINS,
    logLevel: values.LOG_LEVEL,
    demoData: values.DEMO_DATA ?? (values.NODE_ENV !== 'production' && values.DATABASE_URL === undefined),
    metricsToken: values.METRICS_TOKEN,
    drainSeconds: values.DRAIN_SECONDS ?? (values.NODE_ENV === 'production' ? 5 : 0),
  };
}

const S3_REQUIRED = ['S3_BUCKET', 'S3_REGION', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;

/** A bucket is described as a whole or not at all: half of it would quietly be a folder. */
function missingForS3(given: Record<string, unknown>): string[] {
  const isMeant = [...S3_REQUIRED, 'S3_ENDPOINT'].some((name) => given[name] !== undefined);
  return S3_REQUIRED.filter((name) => isMeant && given[name] === undefined).map(
    (name) => `${name}: must be set along with the other S3 settings`,
  );
}

function s3Of(values: z.infer<typeof environment>): S3Settings | undefined {
  const { S3_BUCKET: bucket, S3_REGION: region, S3_ENDPOINT: endpoint } = values;
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = values;
  if (bucket === undefined || region === undefined) return undefined;
  if (accessKeyId === undefined || secretAccessKey === undefined) return undefined;
  return { bucket, region, accessKeyId, secretAccessKey, endpoint };
}

function missingInProduction(given: Record<string, unknown>): string[] {
  // Links to files in a bucket lead there; links to our own disk lead to us, from wherever the client is.
  const links = given['S3_BUCKET'] === undefined ? ['PUBLIC_URL'] : [];
  return ['DATABASE_URL', 'REDIS_URL', 'AUTH_SECRET', 'SMTP_URL', 'MAIL_FROM', 'APP_URL', ...links]
    .filter((name) => given[name] === undefined)
    .map((name) => `${name}: must be set in production`);
}

function weakInProduction(values: z.infer<typeof environment>): string[] {
  const problems: string[] = [];
  if (values.PASSWORD_HASH_COST < 10) problems.push('PASSWORD_HASH_COST: must be at least 10 in production');
  if (values.OIDC_PROVIDERS.some(({ issuer }) => !issuer.startsWith('https:'))) {
    problems.push('OIDC_PROVIDERS: issuers must start with https:// in production');
  }
  if (values.APP_URL?.startsWith('http:')) problems.push('APP_URL: must start with https:// in production');
  if (values.PUBLIC_URL?.startsWith('http:'))
    problems.push('PUBLIC_URL: must start with https:// in production');
  return problems;
}

/** Somebody who has set the same twice believes to have replaced the secret. */
function repeatedSecret(values: z.infer<typeof environment>): string[] {
  const isRepeated = values.AUTH_SECRET !== undefined && values.AUTH_SECRET === values.AUTH_SECRET_PREVIOUS;
  return isRepeated ? ['AUTH_SECRET_PREVIOUS: must differ from AUTH_SECRET'] : [];
}
