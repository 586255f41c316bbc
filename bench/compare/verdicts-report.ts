import { ratePerSecond, ratioOf } from './figures.js';
import type { Measured } from './measure.js';
import type { ServerName } from './queries.js';
import type { Verdict } from './verdict.js';

/** What both servers of ours are, the targets, and what was lost. */
export function verdictsReport(measured: Measured[], verdicts: Verdict[]): string {
  return `${TWO_WAYS}

${targets(verdicts)}

${losses(measured, 'uncached', 'with nothing kept in memory')}

${losses(measured, 'ours', 'as it comes')}

[Why, and what was tried](performance-losses.md).`;
}

const TWO_WAYS = `Where a list is public, there are two verdicts on the same question:

- **As it comes**: IntoWork API with its defaults keeps answers that are the same for everybody in memory, for 5 seconds at most
  (\`LIST_CACHE_SECONDS\`), and makes them anew when what they show has changed.
- **Nothing kept in memory**: the same with \`LIST_CACHE_SECONDS=0\`, so that every request reads the database, as it does with
  every peer.

No peer keeps lists in memory, and a peer could be given a cache too. So the first tells what somebody gets who runs this
API, the second how the servers compare at the same work; both are told so that nobody has to guess.`;

function targets(verdicts: Verdict[]): string {
  const word = { true: 'met', false: '**not met**', null: 'not measured' };
  const rows = verdicts.map(({ target, figure, isMet }) => `| ${target} | ${figure} | ${word[`${isMet}`]} |`);
  const counted = verdicts.filter(({ isMet }) => isMet !== null);
  const met = counted.filter(({ isMet }) => isMet === true).length;
  return `${met} of the ${counted.length} targets this run has figures for are met.

| Target | This run | |
| --- | ---: | --- |
${rows.join('\n')}

Memory and pool under load for long: [performance-soak.md](performance-soak.md), by \`npm run bench:soak\`.`;
}

const OURS = new Set<ServerName>(['ours', 'uncached']);

/** Every comparison a server of ours lost, in so many words. */
function losses(measured: Measured[], name: ServerName, said: string): string {
  const lost = measured.flatMap(({ query, figures }) => {
    const own = figures.find(({ server }) => server.name === name)?.figures;
    if (!own) return [];
    return figures
      .filter(({ server }) => !OURS.has(server.name))
      .map(({ server, figures: theirs }) => ({ server, ratio: ratioOf(theirs, own, ratePerSecond) }))
      .filter(({ ratio }) => ratio > 1)
      .map(
        ({ server, ratio }) =>
          `- ${query.id}: ${server.title} answers ${ratio.toFixed(2)} times as many requests.`,
      );
  });
  return lost.length === 0 ? `Nothing was lost ${said}.` : `Lost ${said}:\n\n${lost.join('\n')}`;
}
