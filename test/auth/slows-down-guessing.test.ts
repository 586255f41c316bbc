import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignInGuard } from '../../src/auth/sign-in-guard.js';
import { SigningKeys } from '../../src/auth/signing-keys.js';
import type { Context } from '../../src/graphql/context.js';
import { applicant, clientAt, setActive, SIGN_IN, trySignUp } from '../support/accounts.js';
import { contentsOf } from '../support/database-contents.js';
import { freshAddress } from '../support/fresh-address.js';
import { guess, tally, WRONG_PASSWORD, type Guess } from '../support/guess.js';
import { PASSWORD } from '../support/people.js';
import { startTestServer, TEST_SECRET, type TestServer } from '../support/test-server.js';

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

async function newAccount(): Promise<string> {
  const input = applicant();
  await trySignUp(server, input);
  return input.email;
}

let nobodies = 0;
const nobody = async (): Promise<string> => `nobody${nobodies++}@example.org`;

async function inTurn(count: number, attempt: () => Promise<Guess>): Promise<Guess['outcome'][]> {
  const outcomes: Guess['outcome'][] = [];
  for (let turn = 0; turn < count; turn++) outcomes.push((await attempt()).outcome);
  return outcomes;
}

/** Whatever holds for an account must hold for an address nobody has, or it would give accounts away. */
describe.each([
  ['an account', newAccount],
  ['an address nobody has an account with', nobody],
])('guessing the password of %s', (_whose, target) => {
  it('from ever new addresses ends after five failures, also for the right password', async () => {
    const email = await target();
    expect(await inTurn(7, () => guess(server, email, WRONG_PASSWORD))).toEqual([
      ...times(5, () => 'wrong'),
      'limited',
      'limited',
    ]);
    const before = await contentsOf(server.db);
    expect((await guess(server, email, PASSWORD)).outcome).toBe('limited');
    expect(await contentsOf(server.db)).toEqual(before);
  });

  it('from 40 addresses at once lets exactly five through', async () => {
    const email = await target();
    expect(await tally(times(40, () => guess(server, email, WRONG_PASSWORD)))).toEqual({
      wrong: 5,
      limited: 35,
    });
  });

  it('from one address has to wait from the third failure on, and is told how long', async () => {
    const [email, address] = [await target(), freshAddress()];
    const attempt = () => guess(server, email, WRONG_PASSWORD, address);
    expect(await inTurn(3, attempt)).toEqual(['wrong', 'wrong', 'wrong']);
    const { outcome, status, headers, message } = await attempt();
    expect([outcome, status]).toEqual(['limited', 429]);
    const seconds = Number(headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(5);
    expect(seconds).toBeLessThanOrEqual(10);
    expect(message).toBe(
      `Too many failed attempts to sign in to this account: try again in ${seconds} seconds.`,
    );
    expect(headers.get('ratelimit')).toBe(`"signIn account";r=0;t=${seconds}`);
    expect(headers.get('ratelimit-policy')).toBe('"signIn account";q=5;w=900');
  });

  it('from one address at once lets exactly three through', async () => {
    const [email, address] = [await target(), freshAddress()];
    const guesses = times(5, () => guess(server, email, WRONG_PASSWORD, address));
    expect(await tally(guesses)).toEqual({ wrong: 3, limited: 2 });
  });

  it('is told in the headers when it may go on', async () => {
    const email = await target();
    for (let count = 0; count < 5; count++) {
      const { headers } = await guess(server, email, WRONG_PASSWORD);
      expect(headers.get('retry-after')).toBeNull();
      expect(headers.get('ratelimit')).toMatch(/^"signIn";r=4;t=\d+$/);
    }
    const { headers } = await guess(server, email, WRONG_PASSWORD);
    const seconds = headers.get('retry-after');
    expect(Number(seconds)).toBeGreaterThan(880);
    expect(Number(seconds)).toBeLessThanOrEqual(900);
    expect(headers.get('ratelimit')).toBe(`"signIn account";r=0;t=${seconds}`);
  });

  it('is answered at once when it has to wait', async () => {
    const [email, address] = [await target(), freshAddress()];
    await inTurn(3, () => guess(server, email, WRONG_PASSWORD, address));
    const start = performance.now();
    expect((await guess(server, email, WRONG_PASSWORD, address)).outcome).toBe('limited');
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it('counts each alias of a document', async () => {
    const email = await target();
    const input = `{ email: "${email}", password: "${WRONG_PASSWORD}" }`;
    const aliases = times(5, (index) => `g${index}: signIn(input: ${input}) { userErrors { code } }`);
    const { errors } = await clientAt(server).send(`mutation { ${aliases.join('\n')} }`);
    expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [['g3'], 'RATE_LIMITED'],
      [['g4'], 'RATE_LIMITED'],
    ]);
    expect(await tally(times(5, () => guess(server, email, WRONG_PASSWORD)))).toEqual({
      wrong: 2,
      limited: 3,
    });
  });

  it('is the same account however its address is written, by the letters of the database', async () => {
    const email = await target();
    // PostgreSQL's lower case of İ is i, JavaScript's is i with a dot above.
    const withI = `i${email}`;
    if (target === newAccount) await trySignUp(server, applicant({ email: withI }));
    const written = [withI, withI.toUpperCase(), ` ${withI}`, `${withI}\t\n`, `İ${email}`];
    for (const one of written) expect((await guess(server, one, WRONG_PASSWORD)).outcome).toBe('wrong');
    expect((await guess(server, withI, WRONG_PASSWORD)).outcome).toBe('limited');
    expect((await guess(server, `İ${email}`, WRONG_PASSWORD)).outcome).toBe('limited');
  });

  it('from the /64 of one IPv6 address is guessing from one address', async () => {
    const [email, address] = [await target(), freshAddress()];
    let host = 0;
    const attempt = () => guess(server, email, WRONG_PASSWORD, address.replace('::1', `::${++host}`));
    expect(await inTurn(4, attempt)).toEqual(['wrong', 'wrong', 'wrong', 'limited']);
  });

  it('does not use up what others may try', async () => {
    const [email, other] = [await target(), await target()];
    expect(await tally(times(6, () => guess(server, email, WRONG_PASSWORD)))).toEqual({
      wrong: 5,
      limited: 1,
    });
    expect((await guess(server, other, WRONG_PASSWORD)).outcome).toBe('wrong');
  });

  it('is not even counted from an address that has used up its own limit', async () => {
    const [email, address] = [await target(), freshAddress()];
    for (let count = 0; count < 5; count++) await guess(server, await nobody(), WRONG_PASSWORD, address);
    expect(await inTurn(5, () => guess(server, email, WRONG_PASSWORD, address))).toEqual(
      times(5, () => 'limited'),
    );
    expect(await tally(times(5, () => guess(server, email, WRONG_PASSWORD)))).toEqual({ wrong: 5 });
  });
});

describe('the right password', () => {
  it('costs nothing: 12 strange addresses in turn, and five more failures after them', async () => {
    const email = await newAccount();
    expect(await inTurn(12, () => guess(server, email, PASSWORD))).toEqual(times(12, () => 'signed in'));
    expect(await tally(times(40, () => guess(server, email, WRONG_PASSWORD)))).toEqual({
      wrong: 5,
      limited: 35,
    });
  });

  it('gives back its own point only, however many come at once', async () => {
    const email = await newAccount();
    await tally(times(3, () => guess(server, email, WRONG_PASSWORD)));
    const { 'signed in': signedIn = 0, limited = 0 } = await tally(
      times(20, () => guess(server, email, PASSWORD)),
    );
    expect(signedIn + limited).toBe(20);
    expect(signedIn).toBeGreaterThanOrEqual(2);
    expect(await tally(times(20, () => guess(server, email, WRONG_PASSWORD)))).toEqual({
      wrong: 2,
      limited: 18,
    });
  });

  it('clears the failures of its address', async () => {
    const [email, address] = [await newAccount(), freshAddress()];
    expect(await inTurn(2, () => guess(server, email, WRONG_PASSWORD, address))).toEqual(['wrong', 'wrong']);
    expect((await guess(server, email, PASSWORD, address)).outcome).toBe('signed in');
    expect(await inTurn(2, () => guess(server, email, WRONG_PASSWORD, address))).toEqual(['wrong', 'wrong']);
  });

  it('costs nothing either where the account is deactivated', async () => {
    const email = await newAccount();
    await setActive(server, email, false);
    for (let count = 0; count < 7; count++) {
      const { data } = await clientAt(server).send<{ signIn: { userErrors: { code: string }[] } }>(SIGN_IN, {
        input: { email, password: PASSWORD },
      });
      expect(data.signIn.userErrors[0]?.code).toBe('ACCOUNT_DEACTIVATED');
    }
  });
});

describe('a check that could not be made', () => {
  const guard = new SignInGuard(null, new SigningKeys(TEST_SECRET));
  const contextAt = (ip: string) =>
    ({ client: { ip, userAgent: null }, responseHeaders: new Map<string, string>() }) as unknown as Context;

  it('is no failure, of the account nor of the address', async () => {
    const target = { email: 'busy@example.org', isUsualAddress: false };
    const busy = () => Promise.reject(new Error('busy'));
    const wrong = async () => false;
    const home = contextAt(freshAddress());
    for (let count = 0; count < 10; count++) {
      await expect(guard.check(home, target, busy)).rejects.toThrow('busy');
    }
    for (let count = 0; count < 3; count++) expect(await guard.check(home, target, wrong)).toBe(false);
    await expect(guard.check(home, target, wrong)).rejects.toThrow('Too many failed attempts');
    for (let count = 0; count < 2; count++) {
      expect(await guard.check(contextAt(freshAddress()), target, wrong)).toBe(false);
    }
    await expect(guard.check(contextAt(freshAddress()), target, wrong)).rejects.toThrow('Too many failed');
  });
});
