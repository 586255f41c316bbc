import type { ProviderSettings } from './auth/providers/provider-settings.js';
import { environment, type Environment } from './environment.js';
import type { S3Settings } from './platform/files/s3-disk.js';

export interface Config {
  mode: 'development' | 'test' | 'production';
  port: number;
  host: string;
  /** Undefined: an embedded PostgreSQL is started in `dataDir`. */
  databaseUrl: string | undefined;
  databasePoolSize: number;
  /** How old a page of a public list may be; 0 keeps none. */
  listCacheSeconds: number;
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
    listCacheSeconds: values.LIST_CACHE_SECONDS,
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

function s3Of(values: Environment): S3Settings | undefined {
  const { S3_BUCKET: bucket, S3_REGION: region, S3_ENDPOINT: endpoint } = values;
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = values;
  if (bucket === undefined || region === undefined) return undefined;
  if (accessKeyId === undefined || secretAccessKey === undefined) return undefined;
  return { bucket, region, accessKeyId, secretAccessKey, endpoint };
}

function missingInProduction(given: Record<string, unknown>): string[] {
  return ['DATABASE_URL', 'REDIS_URL', 'AUTH_SECRET', 'SMTP_URL', 'MAIL_FROM', 'APP_URL', 'PUBLIC_URL']
    .filter((name) => given[name] === undefined)
    .map((name) => `${name}: must be set in production`);
}

function weakInProduction(values: Environment): string[] {
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
function repeatedSecret(values: Environment): string[] {
  const isRepeated = values.AUTH_SECRET !== undefined && values.AUTH_SECRET === values.AUTH_SECRET_PREVIOUS;
  return isRepeated ? ['AUTH_SECRET_PREVIOUS: must differ from AUTH_SECRET'] : [];
}
