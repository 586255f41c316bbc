import { DEMO_LOGINS, DEMO_PASSWORD } from '../demo/demo-logins.js';

/** What somebody who just started the API wants to know next. */
export function banner(url: string, hasDemoData: boolean): string {
  return [
    '',
    `  IntoWork API is ready at ${url}/graphql`,
    '',
    `  Explore   ${url}/graphiql  (works offline)`,
    `            ${url}/  (Apollo Sandbox, needs internet)`,
    ...(hasDemoData ? logins() : []),
    '',
    '  First query, to paste into a terminal:',
    '',
    `    curl ${url}/graphql -H 'content-type: application/json' \\`,
    `      -d '{"query":"{ jobs(first: 3) { totalCount edges { node { title location company { name } } } } }"}'`,
    '',
    '  Stop with Ctrl-C.',
    '',
  ].join('\n');
}

function logins(): string[] {
  return [
    '',
    `  Sign in   ${DEMO_LOGINS.candidate}   (candidate)`,
    `            ${DEMO_LOGINS.employer}    (employer)`,
    `            ${DEMO_LOGINS.admin}       (admin)`,
    `            all with the password ${DEMO_PASSWORD}`,
  ];
}
