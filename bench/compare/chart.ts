import type { Measured } from './measure.js';
import type { ServerName } from './queries.js';

const WIDTH = 760;
const LABEL = 250;
const BAR = 16;
const GAP = 6;
const TITLE = 30;
const ROOM_FOR_FIGURES = 130;

/** Ours stands out, paler with nothing kept; the others share a colour, and bare pg, which is no GraphQL server, is paler. */
const COLOURS: Partial<Record<ServerName, string>> = {
  ours: '#0b6e4f',
  uncached: '#62ad92',
  bare: '#cfd5df',
};
const PEER_COLOUR = '#8a94a6';

/** Requests per second as bars, one group per query; as wide as the fastest of the group. */
export function chart(measured: Measured[]): string {
  const compared = measured.filter(({ figures }) => figures.length > 1);
  const parts: string[] = [];
  let y = 10;
  for (const { query, figures } of compared) {
    parts.push(text(10, y + 16, `${query.id}  ${plain(query.title)}`, 'font-weight="600"'));
    y += TITLE;
    const fastest = Math.max(...figures.map((one) => one.figures.perSecond));
    for (const {
      server,
      figures: { perSecond, slowestRound, fastestRound },
    } of figures) {
      const width = (perSecond / fastest) * (WIDTH - LABEL - ROOM_FOR_FIGURES);
      const colour = COLOURS[server.name] ?? PEER_COLOUR;
      parts.push(text(LABEL - 8, y + 12, server.title, 'text-anchor="end"'));
      parts.push(
        `<rect x="${LABEL}" y="${y}" width="${width.toFixed(1)}" height="${BAR}" fill="${colour}"/>`,
      );
      const range = `${whole(perSecond)}/s (${whole(slowestRound)}–${whole(fastestRound)})`;
      parts.push(text(LABEL + width + 6, y + 12, range));
      y += BAR + GAP;
    }
    y += 12;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${y}" viewBox="0 0 ${WIDTH} ${y}" font-family="system-ui, sans-serif" font-size="12" fill="#1c2430" role="img">
<title>Requests per second: median of the rounds, and the slowest and the fastest of them</title>
<rect width="100%" height="100%" fill="#ffffff"/>
${parts.join('\n')}
</svg>
`;
}

function text(x: number, y: number, content: string, attributes = ''): string {
  return `<text x="${x.toFixed(1)}" y="${y}" ${attributes}>${escaped(content)}</text>`;
}

function escaped(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Titles are Markdown. */
function plain(title: string): string {
  return title.replaceAll('`', '');
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}
