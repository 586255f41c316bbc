import { randomBytes } from 'node:crypto';
import { SigningKeys } from '../../src/auth/signing-keys.js';
import { Tokens } from '../../src/auth/tokens.js';
import type { BareStatements } from './bare-statements.js';
import { CONDITIONS } from './options.js';
import { PinnedServer } from './pinned-process.js';
import type { ServerName } from './queries.js';

export interface Server {
  name: ServerName;
  title: string;
  start(databaseUrl: string): Promise<PinnedServer>;
  /** Where an operation is sent. */
  addressOf(url: string, query: string): string;
}

/** Signs the tokens of one run. */
const AUTH_SECRET = randomBytes(48).toString('base64');
export const TOKENS = new Tokens(new SigningKeys(AUTH_SECRET), 24);

/** Listed from the one the claims are about to the one that can hardly be beaten. */
export function serversWith(bareStatements: BareStatements): Server[] {
  const peer = (name: ServerName, title: string, path = '/graphql', env: NodeJS.ProcessEnv = {}): Server => ({
    name,
    title,
    start: (databaseUrl) =>
      PinnedServer.start(['--import', 'tsx', `bench/peers/${name}.ts`], {
        ...inherited(),
        ...env,
        DATABASE_URL: databaseUrl,
        TSX_TSCONFIG_PATH: 'bench/peers/tsconfig.json',
      }),
    addressOf: (url) => `${url}${path}`,
  });
  return [
    {
      name: 'ours',
      title: 'IntoWork API',
      start: (databaseUrl) => startOurs(databaseUrl),
      addressOf: (url) => `${url}/graphql`,
    },
    {
      name: 'uncached',
      title: 'IntoWork API, nothing kept in memory',
      // As no peer keeps anything.
      start: (databaseUrl) => startOurs(databaseUrl, { LIST_CACHE_SECONDS: '0' }),
      addressOf: (url) => `${url}/graphql`,
    },
    peer('apollo', 'plain stack on Apollo Server', '/'),
    peer('yoga', 'plain stack on GraphQL Yoga'),
    peer('mercurius', 'plain stack on Mercurius with JIT'),
    peer('postgraphile', 'PostGraphile'),
    {
      ...peer('bare', 'bare pg', '', { BARE_STATEMENTS: JSON.stringify(bareStatements) }),
      addressOf: (url, query) => `${url}/${query}`,
    },
  ];
}

/** As in production. It writes no line per request, because no peer does. */
function startOurs(databaseUrl: string, env: NodeJS.ProcessEnv = {}): Promise<PinnedServer> {
  const redis = process.env['REDIS_URL'] ?? 'redis://127.0.0.1:6379/15';
  return PinnedServer.start(['dist/src/main.js'], {
    ...inherited(),
    DATABASE_URL: databaseUrl,
    REDIS_URL: redis,
    AUTH_SECRET,
    SMTP_URL: 'smtp://127.0.0.1:9',
    MAIL_FROM: 'bench@intowork.example',
    APP_URL: 'https://intowork.example',
    PUBLIC_URL: 'https://api.intowork.example',
    LOG_LEVEL: 'warn',
    DRAIN_SECONDS: '0',
    TRUSTED_PROXIES: '127.0.0.1',
    ...env,
  });
}

function inherited(): NodeJS.ProcessEnv {
  const { PATH, HOME } = process.env;
  return { PATH, HOME, NODE_ENV: 'production', DATABASE_POOL_SIZE: String(CONDITIONS.poolSize) };
}
