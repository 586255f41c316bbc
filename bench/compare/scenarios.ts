import { DEMO_PASSWORD } from '../../src/demo/demo-logins.js';
import type { Cast } from './cast.js';
import {
  APPLY,
  DASHBOARD,
  JOBS,
  JOBS_WITH_COMPANY,
  REFRESH,
  SEARCH,
  SIGN_IN,
  UPDATE_PROFILE,
} from './documents.js';
import type { ScenarioName } from './queries.js';
import { prepare, prepareForAll, type PreparedRequest } from './requests.js';

/** Requests that follow one another, for as many clients as there are connections. */
export interface Scenario {
  next(client: number): PreparedRequest;
  /** Hears the answer to a client's last request. */
  answered?(client: number, body: string): void;
}

/** The scenarios of one run of the benchmark; each goes on where it stopped, so nothing is ever sent twice. */
export function scenariosOf(cast: Cast): Record<ScenarioName, Scenario> {
  const apply = applying(cast);
  const refresh = refreshing(cast);
  return { signIn: signingIn(cast), refresh, apply, mix: mixed(cast, apply, refresh) };
}

/** Each client sends the same request again and again, another than its neighbours if there are several. */
export function repeating(requests: PreparedRequest[]): Scenario {
  return {
    next: (client) => {
      const request = requests[client % requests.length];
      if (!request) throw new Error('there is nothing to send');
      return request;
    },
  };
}

/** Limits per address must not stand in the way: every request comes from another. */
function addresses(): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `10.${(last >> 16) & 255}.${(last >> 8) & 255}.${last & 255}`;
  };
}

function signingIn({ emails }: Cast): Scenario {
  const address = addresses();
  let sent = 0;
  return {
    next: () => {
      const email = emails[sent++ % emails.length];
      return prepare({ query: SIGN_IN }, { email, password: DEMO_PASSWORD }, address());
    },
  };
}

/** Each client refreshes a session of its own, with the token the last refresh gave it. */
function refreshing({ refreshTokens }: Cast): Scenario {
  const address = addresses();
  const tokens = new Map<number, string>();
  const awaited = new Set<number>();
  return {
    next: (client) => {
      awaited.add(client);
      return prepare(
        { query: REFRESH },
        { refreshToken: tokens.get(client) ?? refreshTokens[client] },
        address(),
      );
    },
    answered: (client, body) => {
      if (!awaited.delete(client)) return;
      const { data } = JSON.parse(body) as { data: { refreshToken: { refreshToken: string } } };
      tokens.set(client, data.refreshToken.refreshToken);
    },
  };
}

/** Every candidate applies to one job, then every candidate to another, and so on: no pair comes twice. */
function applying({ candidates, jobs }: Cast): Scenario {
  let sent = 0;
  return {
    next: () => {
      const round = Math.floor(sent / candidates.length);
      const place = sent % candidates.length;
      const token = candidates[place];
      const jobId = jobs[(place * SPREAD + round) % jobs.length];
      sent += 1;
      return prepare({ query: APPLY, token }, { jobId, coverLetter: 'Madame, Monsieur, …' });
    },
  };
}

/** Prime, so that neighbours in the order of candidates apply to jobs far apart. */
const SPREAD = 7919;

/** Of a hundred requests: 60 lists, 25 dashboards, 15 writes. */
function mixed(cast: Cast, apply: Scenario, refresh: Scenario): Scenario {
  const same = (query: string, tokens?: string[]): Scenario => repeating(prepareForAll({ query, tokens }));
  const someCandidate = (make: (token: string) => PreparedRequest): Scenario => {
    let sent = 0;
    return { next: () => make(cast.candidates[(sent++ * SPREAD) % cast.candidates.length] ?? '') };
  };
  let years = 0;
  const updateProfile = someCandidate((token) =>
    prepare({ query: UPDATE_PROFILE, token }, { yearsExperience: (years += 1) % 40 }),
  );
  const shares: [number, Scenario][] = [
    [25, same(JOBS)],
    [25, same(JOBS_WITH_COMPANY)],
    [10, same(SEARCH)],
    [11, same(DASHBOARD, cast.averageEmployers)],
    [1, same(DASHBOARD, [cast.bigEmployer])],
    [11, someCandidate((token) => prepare({ query: DASHBOARD, token }))],
    [2, same(DASHBOARD, [cast.admin])],
    [8, apply],
    [4, updateProfile],
    [3, refresh],
  ];
  const deck = shuffled(shares.flatMap(([share, scenario]) => Array.from({ length: share }, () => scenario)));
  let sent = 0;
  return {
    next: (client) => (deck[sent++ % deck.length] ?? refresh).next(client),
    answered: (client, body) => refresh.answered?.(client, body),
  };
}

/** In an order that looks random and is the same in every run. */
function shuffled<T>(items: T[]): T[] {
  return items
    .map((item, index) => ({ item, key: (index * SPREAD) % items.length }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
