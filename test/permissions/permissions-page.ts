import { format, resolveConfig } from 'prettier';
import { PERMISSIONS } from './permission-table.js';
import {
  inWords,
  VIEWERS,
  viewers,
  type Domain,
  type OperationRow,
  type Outcome,
  type TypeRow,
  type Viewer,
} from './permissions.js';

const ROOTS = { queries: 'Queries', mutations: 'Mutations', subscriptions: 'Subscriptions' } as const;

const INTRODUCTION = `# Who may do what

Made by \`npm run permissions\` from the permission table, \`test/permissions/table\`: change it there. The
tests beside it send every operation to a real server as each of the viewers below, and read every field of every type
as each of them; an operation or type without a row, or a field that some may read and others not without being listed
here, fails them.

## The viewers

The candidate has applied to a job the author wrote for the company; "the company" is the author's.
`;

const LEGEND = `## What the cells say

| Cell | Meaning |
| --- | --- |
| ✓ | Carried out, or shown. |
| null | Answered with null, as if there were no such thing. |
| \`CODE\` | Refused with a GraphQL error that has this \`extensions.code\`. |
| \`CODE\`\\* | Refused with a user error of this code, in \`userErrors\` of the payload. |
| – | Does not get the object the field belongs to. |

A call that is refused changes nothing. Where an operation is about something that belongs to somebody, such as an
application, it is the candidate's, and the company's jobs were written by the author. What the codes mean is told in
[errors.md](errors.md).
`;

/** docs/permissions.md, as \`npm run permissions\` writes it. */
export async function permissionsPage(): Promise<string> {
  const people = Object.entries(VIEWERS);
  const page = [INTRODUCTION, table(['Viewer', 'Who that is'], people), LEGEND, ...PERMISSIONS.map(section)];
  const options = await resolveConfig('docs/permissions.md');
  return format(page.join('\n\n'), { ...options, parser: 'markdown' });
}

function section(domain: Domain): string {
  const { title, types = [] } = domain;
  const operations = Object.entries(ROOTS).map(([kind, heading]) =>
    operationTable(heading, domain[kind as keyof typeof ROOTS] ?? []),
  );
  return [`## ${title}`, ...operations, ...typeTables(types)].filter((part) => part !== '').join('\n\n');
}

function operationTable(heading: string, rows: OperationRow[]): string {
  if (rows.length === 0) return '';
  const lines = rows.map((row) =>
    line(inWords({ ...row, operation: code(row.operation) }), (viewer) => cell(row.cells[viewer])),
  );
  return `### ${heading}\n\n${table(['', ...viewers], lines)}`;
}

function typeTables(types: TypeRow[]): string[] {
  if (types.length === 0) return [];
  const seen = types.map(({ type, seen: who }) => [code(type), who]);
  const objects = types.flatMap(({ type, objects: named = {} }) =>
    Object.entries(named).map(([thing, seenBy]) =>
      line(`${code(type)}: ${thing}`, (viewer) => cell(seenBy.includes(viewer) ? 'allowed' : 'null')),
    ),
  );
  return [
    `### Types\n\n${table(['Type', 'Who gets one'], seen)}`,
    objects.length === 0 ? '' : `By \`node\` and \`nodes\`:\n\n${table(['', ...viewers], objects)}`,
    fieldTable(types),
  ];
}

function fieldTable(types: TypeRow[]): string {
  const lines = types.flatMap((row) =>
    Object.entries(row.fields ?? {}).map(([field, readers]) =>
      line(code(`${row.type}.${field}`), (viewer) => fieldCell(row, readers, viewer)),
    ),
  );
  if (lines.length === 0) return '';
  return `Fields that not everybody who gets the object reads; null or empty for the others:\n\n${table(['', ...viewers], lines)}`;
}

function fieldCell({ objects }: TypeRow, readers: readonly Viewer[], viewer: Viewer): string {
  if (readers.includes(viewer)) return cell('allowed');
  const gets = !objects || Object.values(objects).some((seenBy) => seenBy.includes(viewer));
  return gets ? cell('null') : '–';
}

function cell(outcome: Outcome): string {
  if (outcome === 'allowed') return '✓';
  if (outcome === 'null') return outcome;
  const [, userError] = /^user error (.*)$/.exec(outcome) ?? [];
  return userError === undefined ? code(outcome) : `${code(userError)}\\*`;
}

const code = (text: string): string => `\`${text}\``;

function line(what: string, cellOf: (viewer: Viewer) => string): string[] {
  return [what].concat(viewers.map(cellOf));
}

function table(head: string[], rows: string[][]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
