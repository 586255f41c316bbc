import { z } from 'zod';
import { providerList } from './auth/providers/provider-settings.js';
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

/** Every variable there is, and what it may be. Names and values, not yet what they mean: see config.ts. */
export const environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: wholeNumber(0, 65535).default(4000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres://')
    .optional(),
  DATABASE_POOL_SIZE: wholeNumber(1, 200).default(10),
  LIST_CACHE_SECONDS: wholeNumber(0, 60).default(5),
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

export type Environment = z.infer<typeof environment>;
