import type { Cast } from './cast.js';
import * as documents from './documents.js';

/** 'ours' is the product as it comes, 'uncached' the same with nothing kept in memory. */
export type ServerName = 'ours' | 'uncached' | 'apollo' | 'yoga' | 'mercurius' | 'postgraphile' | 'bare';

/** Scenarios whose requests differ from one to the next; see scenarios.ts. */
export type ScenarioName = 'signIn' | 'refresh' | 'apply' | 'mix';

export interface Operation {
  query: string;
  /** Access tokens of those who ask, each on a connection of their own. */
  tokens?: string[];
}

export interface Query {
  id: string;
  title: string;
  /** Said below its table. */
  note?: string;
  /** Who answers it: the same operation again and again, or a scenario, which only ours knows. */
  operations: Partial<Record<ServerName, Operation | ScenarioName>>;
  /** How many ask at once; as many as the conditions say unless it is given. */
  connections?: number;
  /** Whether all answers have to be equal. */
  isCompared: boolean;
}

/** Everything the benchmark can ask. */
export function queriesOf(cast: Cast): Query[] {
  return [...lists(cast), ...dashboards(cast), JOB_BOARD, ...SCENARIOS];
}

const both = (query: string): Query['operations'] => ({ ours: { query }, uncached: { query } });

const ofPlainStack = (query: string): Query['operations'] => ({
  apollo: { query },
  yoga: { query },
  mercurius: { query },
});

function lists(cast: Cast): Query[] {
  return [NOTHING, JOBS, JOBS_WITH_COMPANY, companiesToCandidates(cast), SEARCH];
}

const NOTHING: Query = {
  id: 'Q0',
  title: '`{ __typename }`: what a request costs that asks for nothing',
  operations: {
    ours: { query: documents.TYPENAME },
    ...ofPlainStack(documents.TYPENAME),
    postgraphile: { query: documents.TYPENAME },
  },
  isCompared: true,
};

const JOBS: Query = {
  id: 'Q1',
  title: 'The 20 newest public jobs, fields of their own',
  operations: {
    ...both(documents.JOBS),
    ...ofPlainStack(documents.JOBS),
    postgraphile: { query: documents.PG_JOBS },
  },
  isCompared: true,
};

const JOBS_WITH_COMPANY: Query = {
  id: 'Q2',
  title: 'The 20 newest public jobs, each with its company',
  note: 'bare pg sends the two statements ours sends when nothing is kept, and answers with all their columns.',
  operations: {
    ...both(documents.JOBS_WITH_COMPANY),
    ...ofPlainStack(documents.JOBS_WITH_COMPANY),
    postgraphile: { query: documents.PG_JOBS_WITH_COMPANY },
    bare: { query: 'Q2' },
  },
  isCompared: true,
};

function companiesToCandidates({ admin }: Cast): Query {
  return {
    id: 'Q3',
    title: 'Companies, their jobs, the applications to them, the candidates: 10 of each',
    note: 'Ours asks as an administrator and checks that; the others check nobody. Such an answer is never kept in memory. The plain stack reads each inner list with a statement of its own, because its DataLoader cannot cut lists to length; candidates and users it loads in batches.',
    operations: {
      ours: { query: documents.COMPANIES_TO_CANDIDATES, tokens: [admin] },
      ...ofPlainStack(documents.COMPANIES_TO_CANDIDATES),
      postgraphile: { query: documents.PG_COMPANIES_TO_CANDIDATES },
    },
    isCompared: true,
  };
}

const SEARCH: Query = {
  id: 'Q4',
  title: 'Searching jobs by a word, with facets',
  note: 'Not the same work: the plain stack searches by ILIKE and groups once per facet, as a first version would; ours ranks by relevance and knows French and English word forms. So the answers differ, and are not compared.',
  operations: { ...both(documents.SEARCH), ...ofPlainStack(documents.SEARCH) },
  isCompared: false,
};

const SAME_SQL =
  'bare pg sends the very statements ours sends for this query, the one that looks up session and user first, and answers with their rows; it checks no token.';

const EACH_ANOTHER = 'Each connection asks as somebody else. ';
const SHARED =
  'There is one such employer, for whom all connections ask. Those who ask ours at the same moment share one statement for the figures; bare pg sends one for each. ';
const SAME_FOR_ALL =
  'All administrators see the same. Those who ask ours at the same moment share one statement for the figures; bare pg sends one for each. ';

function dashboards({ averageEmployers, bigEmployer, activeCandidates, admin }: Cast): Query[] {
  const dashboard = (id: string, whose: string, tokens: string[], note = ''): Query => ({
    id,
    title: `Dashboard of ${whose}`,
    note: `${note}${SAME_SQL}`,
    // Bare pg finds its statements by the query's id.
    operations: { ours: { query: documents.DASHBOARD, tokens }, bare: { query: id } },
    isCompared: false,
  });
  return [
    dashboard('Q5A', 'an employer of about 10 jobs and 100 applications', averageEmployers, EACH_ANOTHER),
    dashboard('Q5B', 'an employer of 2,000 jobs and 40,000 applications', [bigEmployer], SHARED),
    dashboard('Q5C', 'a candidate of 6 to 10 applications', activeCandidates, EACH_ANOTHER),
    dashboard('Q5D', 'an administrator', [admin], SAME_FOR_ALL),
  ];
}

const JOB_BOARD: Query = {
  id: 'Q10',
  title: 'The first page of a job board: 20 jobs with their companies and how many there are in all',
  note: 'Ours as it comes and with nothing kept in memory.',
  operations: both(documents.JOB_BOARD),
  isCompared: true,
};

const alone = (scenario: ScenarioName): Omit<Query, 'id' | 'title'> => ({
  operations: { ours: scenario },
  isCompared: false,
});

const SCENARIOS: Query[] = [
  {
    id: 'Q6',
    title: 'Signing in',
    note: 'What bcrypt takes at cost 12, two at a time.',
    ...alone('signIn'),
  },
  {
    id: 'Q7A',
    title: 'Refreshing a session, one client at a time',
    note: 'What a refresh takes at rest.',
    connections: 1,
    ...alone('refresh'),
  },
  {
    id: 'Q7B',
    title: 'Refreshing sessions, as many as there are connections',
    note: 'How many there can be in a second. Each waits for the others, so its p50 says the same once more.',
    ...alone('refresh'),
  },
  {
    id: 'Q8',
    title: 'Applying to a job',
    note: 'Each is a new application, of a candidate to a job.',
    ...alone('apply'),
  },
  {
    id: 'Q9',
    title: 'A mix: 60 % lists, 25 % dashboards, 15 % writes',
    operations: { ours: 'mix', uncached: 'mix' },
    isCompared: false,
  },
];
