import 'reflect-metadata';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';

/**
 * `npm run bench:refresh -- <url>`: refreshes sessions of a running server one after another, each token a chain, and
 * prints percentiles of the answer's time. Addresses vary, because refreshing is limited to 10 a minute per address:
 * start the server with TRUSTED_PROXIES=127.0.0.1.
 */
const url = `${process.argv[2] ?? 'http://127.0.0.1:4000'}/graphql`;
const SESSIONS = 20;
const ROUNDS = 20;
const PAUSE_MS = 50;

interface Answer {
  data: Record<string, { refreshToken: string | null } | null>;
  errors?: unknown;
}

let address = 0;

async function send(query: string, variables: object): Promise<Answer> {
  address += 1;
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': `10.9.${(address >> 8) & 255}.${address & 255}`,
    },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answer;
}

async function tokenFrom(field: 'signUp' | 'refreshToken', query: string, input: object): Promise<string> {
  const { data, errors } = await send(query, { input });
  const token = data?.[field]?.refreshToken;
  if (!token) throw new Error(`${field} gave no token: ${JSON.stringify(errors ?? data)}`);
  return token;
}

const SIGN_UP = 'mutation ($input: SignUpInput!) { signUp(input: $input) { refreshToken } }';
const REFRESH =
  'mutation ($input: RefreshTokenInput!) { refreshToken(input: $input) { accessToken refreshToken user { id } userErrors { code } } }';

const tokens: string[] = [];
for (let session = 0; session < SESSIONS; session++) {
  const email = `bench-${Date.now()}-${session}@intowork.example`;
  tokens.push(
    await tokenFrom('signUp', SIGN_UP, {
      email,
      password: 'Bench-Mark-2026!',
      firstName: 'B',
      lastName: 'M',
      role: 'CANDIDATE',
    }),
  );
}

const times: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  for (const [index, refreshToken] of tokens.entries()) {
    const start = performance.now();
    tokens[index] = await tokenFrom('refreshToken', REFRESH, { refreshToken });
    times.push(performance.now() - start);
    await setTimeout(PAUSE_MS);
  }
}
const sorted = times.toSorted((a, b) => a - b);
const at = (share: number) => (sorted[Math.floor(share * sorted.length)] ?? Number.NaN).toFixed(2);
process.stdout.write(
  `${times.length} refreshes: median ${at(0.5)} ms, 95 % ${at(0.95)} ms, 99 % ${at(0.99)} ms\n`,
);
