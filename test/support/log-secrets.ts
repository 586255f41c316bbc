import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What must not be in any log line, whoever it belongs to. */
const FORBIDDEN: Record<string, RegExp> = {
  'an e-mail address': /[\w.+-]+@[\w-]+(\.[\w-]+)+/,
  'a JWT': /eyJ[\w-]{10,}/,
  'a bcrypt hash': /\$2[aby]\$\d\d\$/,
  'a password of the tests': /(Correct|Wrong)-Horse-/i,
};

const SECRET_NAMES = /password|token|verifier|secret/i;

/** Shorter ones might be part of any word. */
const MIN_LENGTH = 8;

const sent = new Set<string>();

/** Remembers the passwords and tokens in what a test sends, to look for them in the log. */
export function rememberSecrets(variables: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(variables)) {
    if (typeof value === 'object' && value !== null) rememberSecrets({ ...value });
    if (typeof value === 'string' && SECRET_NAMES.test(name) && isTelling(value)) sent.add(value);
  }
}

/** Anybody's word, such as "nonsense" in the place of a token, is no secret. */
function isTelling(value: string): boolean {
  return value.length >= MIN_LENGTH && /[\d\W]/.test(value);
}

/** What is in these lines that should not be, each with the line it is in. */
export function secretsIn(lines: string[]): string[] {
  return lines.flatMap((line) => {
    const kinds = Object.keys(FORBIDDEN).filter((kind) => FORBIDDEN[kind]?.test(line));
    const isSent = [...sent].some((secret) => line.includes(secret));
    return [...kinds, ...(isSent ? ['a password or token that was sent'] : [])].map(
      (kind) => `${kind} in the log: ${line}`,
    );
  });
}

/** Fails the test whose server has written a secret into its log. */
export function expectNoSecretsIn(lines: string[]): void {
  const found = secretsIn(lines);
  if (found.length > 0) throw new Error(found.slice(0, 5).join('\n'));
}

/** Keeps the log lines of a process of its own for the end of the test run; its other output is for people. */
export function keepForTheEnd(pid: number | undefined, output: string): void {
  const folder = process.env['TEST_LOG_DIR'];
  if (folder === undefined) throw new Error('TEST_LOG_DIR is not set: run the tests with `npm test`');
  const lines = output.split('\n').filter((line) => line.startsWith('{'));
  if (lines.length > 0) appendFileSync(join(folder, `${pid}.log`), `${lines.join('\n')}\n`);
}

/** Looks through what all processes of the test run have logged. */
export function expectNoSecretsKeptIn(folder: string): void {
  for (const name of readdirSync(folder)) {
    expectNoSecretsIn(readFileSync(join(folder, name), 'utf8').split('\n'));
  }
}
