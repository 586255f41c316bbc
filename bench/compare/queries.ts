import type { Cast } from './cast.js';
import * as documents from './documents.js';

export type ServerName = 'ours' | 'cached' | 'apollo' | 'yoga' | 'mercurius' | 'postgraphile' | 'bare';

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
  /** Who answers it: with the same operation again and again, or by a scenario, which only ours knows. */
  operations: Partial<Record<ServerName, Operation>>;
  scenario?: ScenarioName;
  /** Whether all answers have to be equal. */
  isCompared: boolean;
}

const SAME_SQL =
  'bare pg sends the very statements ours sends for this query, the one that looks up session and user first, and answers with their rows; it checks no token.';

const EACH_ANOTHER = 'Each connection asks as somebody else. ';
const SHARED =
  'There is one such employer, for whom all connections ask. Those who ask ours at the same moment share one statement for the figures; bare pg sends one for each. ';

/** Everything the benchmark can ask. */
export function queriesOf(cast: Cast): Query[] {
  const plain = (query: string): Query['operations'] => ({
    apollo: { query },
    yoga: { query },
    mercurius: { query },
  });
  const dashboard = (id: string, whose: string, tokens: string[], note = ''): Query => ({
    id,
    title: `Dashboard of ${whose}`,
    note: `${note}${SAME_SQL}`,
    // Bare pg finds its statements by the query's id.
    operations: { ours: { query: documents.DASHBOARD, tokens }, bare: { query: id } },
    isCompared: false,
  });
  const scenario = (id: string, title: string, name: ScenarioName, note?: string): Query => ({
    id,
    title,
    note,
    scenario: name,
    operations: {},
    isCompared: false,
  });
  return [
    {
      id: 'Q0',
      title: '`{ __typename }`: what a request costs that asks for nothing',
      operations: {
        ours: { query: documents.TYPENAME },
        ...plain(documents.TYPENAME),
        postgraphile: { query: documents.TYPENAME },
      },
      isCompared: true,
    },
    {
      id: 'Q1',
      title: 'The 20 newest public jobs, fields of their own',
      operations: {
        ours: { query: documents.JOBS },
        cached: { query: documents.JOBS },
        ...plain(documents.JOBS),
        postgraphile: { query: documents.PG_JOBS },
      },
      isCompared: true,
    },
    {
      id: 'Q2',
      title: 'The 20 newest public jobs, each with its company',
      note: 'bare pg sends the two statements ours sends and answers with all their columns.',
      operations: {
        ours: { query: documents.JOBS_WITH_COMPANY },
        cached: { query: documents.JOBS_WITH_COMPANY },
        ...plain(documents.JOBS_WITH_COMPANY),
        postgraphile: { query: documents.PG_JOBS_WITH_COMPANY },
        bare: { query: 'Q2' },
      },
      isCompared: true,
    },
    {
      id: 'Q3',
      title: 'Companies, their jobs, the applications to them, the candidates: 10 of each',
      note: 'Ours asks as an administrator and checks that; the others check nobody. The plain stack reads each inner list with a statement of its own, because its DataLoader cannot cut lists to length; candidates and users it loads in batches.',
      operations: {
        ours: { query: documents.COMPANIES_TO_CANDIDATES, tokens: [cast.admin] },
        ...plain(documents.COMPANIES_TO_CANDIDATES),
        postgraphile: { query: documents.PG_COMPANIES_TO_CANDIDATES },
      },
      isCompared: true,
    },
    {
      id: 'Q4',
      title: 'Searching jobs by a word, with facets',
      note: 'Not the same work: the plain stack searches by ILIKE and groups once per facet, as a first version would; ours ranks by relevance and knows French and English word forms. So the answers differ, and are not compared.',
      operations: { ours: { query: documents.SEARCH }, ...plain(documents.SEARCH) },
      isCompared: false,
    },
    dashboard(
      'Q5A',
      'an employer of about 10 jobs and 100 applications',
      cast.averageEmployers,
      EACH_ANOTHER,
    ),
    dashboard('Q5B', 'an employer of 2,000 jobs and 40,000 applications', [cast.bigEmployer], SHARED),
    dashboard('Q5C', 'a candidate of 6 to 10 applications', cast.activeCandidates, EACH_ANOTHER),
    dashboard('Q5D', 'an administrator', [cast.admin]),
    {
      id: 'Q10',
      title: 'The first page of a job board: 20 jobs with their companies and how many there are in all',
      note: 'Ours without and with its cache of public lists.',
      operations: {
        ours: { query: documents.JOB_BOARD },
        cached: { query: documents.JOB_BOARD },
      },
      isCompared: true,
    },
    scenario('Q6', 'Signing in', 'signIn', 'What bcrypt takes at cost 12, two at a time.'),
    scenario('Q7', 'Refreshing a session', 'refresh'),
    scenario('Q8', 'Applying to a job', 'apply', 'Each is a new application, of a candidate to a job.'),
    scenario('Q9', 'A mix: 60 % lists, 25 % dashboards, 15 % writes', 'mix'),
  ];
}
