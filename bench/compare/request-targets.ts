import { ratePerSecond, ratioOf, type Figures } from './figures.js';
import type { Measured } from './measure.js';
import { CONDITIONS } from './options.js';
import type { ServerName } from './queries.js';
import { verdict, type Verdict } from './verdict.js';

type FiguresOf = (id: string, server: ServerName) => Figures | undefined;

/** A server of ours, and what is said of it in a target. */
type Way = [server: 'ours' | 'uncached', said: string];

const AS_IT_COMES: Way = ['ours', ' (as it comes)'];
const NOTHING_KEPT: Way = ['uncached', ' (nothing kept in memory)'];

/** How many times the requests of each peer are wanted. */
const PEERS: [server: ServerName, title: string, least: number][] = [
  ['apollo', 'the plain stack on Apollo Server', 4],
  ['postgraphile', 'PostGraphile', 1.25],
  ['yoga', 'the plain stack on GraphQL Yoga', 1],
  ['mercurius', 'the plain stack on Mercurius with JIT', 1],
];

/** The last is never kept in memory, so there is one way only. */
const LISTS: [id: string, ways: Way[]][] = [
  ['Q1', [AS_IT_COMES, NOTHING_KEPT]],
  ['Q2', [AS_IT_COMES, NOTHING_KEPT]],
  ['Q3', [['ours', '']]],
];

const AT_ONCE = `at ${CONDITIONS.connections} connections`;

const DASHBOARDS = ['Q5A', 'Q5B', 'Q5C', 'Q5D'];

/** What is wanted of requests, held against what was measured. */
export function verdictsOnRequests(measured: Measured[]): Verdict[] {
  const of: FiguresOf = (id, server) =>
    measured.find(({ query }) => query.id === id)?.figures.find((one) => one.server.name === server)?.figures;
  return [
    ...besidePeers(of),
    besideBarePg(of, 'Q2', NOTHING_KEPT, 2),
    ...DASHBOARDS.map((id) => besideBarePg(of, id, ['ours', ''], 1.5)),
    ...DASHBOARDS.map((id) => within(of, id, 'p99', 50, AT_ONCE)),
    within(of, 'Q7A', 'p50', 10, 'with one client at a time'),
    ...['Q10', 'Q1', 'Q2'].map((id) => fromMemory(of, id)),
  ];
}

function besidePeers(of: FiguresOf): Verdict[] {
  return PEERS.flatMap(([peer, title, least]) =>
    LISTS.flatMap(([id, ways]) =>
      ways.map(([server, said]) =>
        verdict(
          `${id}: at least ${least}x the requests of ${title}${said}`,
          ratio(of(id, server), of(id, peer)),
          'x',
          (times) => times >= least,
        ),
      ),
    ),
  );
}

function besideBarePg(of: FiguresOf, id: string, [server, said]: Way, most: number): Verdict {
  return verdict(
    `${id}: p50 at most ${most}x that of the same SQL through bare pg${said}`,
    ratio(of(id, server), of(id, 'bare'), ({ p50 }) => p50),
    'x',
    (times) => times <= most,
  );
}

function within(of: FiguresOf, id: string, share: 'p50' | 'p99', most: number, said: string): Verdict {
  return verdict(
    `${id}: ${share} under ${most} ms ${said}`,
    of(id, 'ours')?.[share],
    ' ms',
    (ms) => ms < most,
  );
}

function fromMemory(of: FiguresOf, id: string): Verdict {
  return verdict(
    `${id}: as it comes at least 5x the requests of the same list with nothing kept in memory`,
    ratio(of(id, 'ours'), of(id, 'uncached')),
    'x',
    (times) => times >= 5,
  );
}

function ratio(a: Figures | undefined, b: Figures | undefined, figure = ratePerSecond): number | undefined {
  return a && b && ratioOf(a, b, figure);
}
