import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkNewPassword } from '../../src/auth/password-rules.js';
import { Refusal } from '../../src/graphql/user-error.js';
import { applicant, signIn, trySignUp } from '../support/accounts.js';
import { contentsOf } from '../support/database-contents.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const SPECIAL = '!@#$%^&*()_+-=[]{}|;:,.<>?';

/** 4 + 34 × 2 = 72 bytes. */
const LONGEST = `Aa1!${'é'.repeat(34)}`;

describe('the password rules', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  it.each([
    ['11 characters', 'Abcdefgh-12', 'at least 12 characters'],
    ['11 characters of four bytes', `Aa1!${'😀'.repeat(7)}`, 'at least 12 characters'],
    ['no upper-case letter', 'correct-horse-7', 'an upper-case letter'],
    ['no lower-case letter', 'CORRECT-HORSE-7', 'a lower-case letter'],
    ['no digit', 'Correct-Horse-Battery', 'a digit'],
    ['no special character', 'CorrectHorse7Battery', `one of ${SPECIAL}`],
    ['special characters of other kinds only', 'Correct~Horse`7"Battery', `one of ${SPECIAL}`],
    ['white space as the only special character', 'Correct Horse 7 Battery', `one of ${SPECIAL}`],
  ])('refuse %s, and nothing is written', async (_what, password, lacking) => {
    const before = await contentsOf(server.db);
    const { userErrors, accessToken } = await trySignUp(server, applicant({ password }));
    expect(userErrors).toEqual([
      { code: 'WEAK_PASSWORD', field: 'password', message: `The password needs ${lacking}.` },
    ]);
    expect(accessToken).toBeNull();
    expect(await contentsOf(server.db)).toEqual(before);
  });

  it('name all that a password lacks', async () => {
    const { userErrors } = await trySignUp(server, applicant({ password: '' }));
    expect(userErrors).toEqual([
      {
        code: 'WEAK_PASSWORD',
        field: 'password',
        message: `The password needs at least 12 characters, an upper-case letter, a lower-case letter, a digit, one of ${SPECIAL}.`,
      },
    ]);
  });

  it.each([
    ['73 bytes of one each', `Aa1!${'x'.repeat(69)}`],
    ['74 bytes in 39 characters', `${LONGEST}é`],
    ['76 bytes in 22 characters', `Aa1!${'😀'.repeat(18)}`],
  ])('refuse %s, and nothing is written', async (_what, password) => {
    const before = await contentsOf(server.db);
    const { userErrors } = await trySignUp(server, applicant({ password }));
    expect(userErrors).toEqual([
      {
        code: 'WEAK_PASSWORD',
        field: 'password',
        message: 'The password must be at most 72 bytes long.',
      },
    ]);
    expect(await contentsOf(server.db)).toEqual(before);
  });

  it.each([
    ['12 characters', 'Abcdefgh-123'],
    ['12 characters of four bytes', `Aa1!${'😀'.repeat(8)}`],
    ['72 bytes of one each', `Aa1!${'x'.repeat(68)}`],
    ['72 bytes of two each', LONGEST],
    ['letters of another alphabet', 'Пароль-7-лошадь'],
  ])('take %s, and it signs in', async (_what, password) => {
    const input = applicant({ password });
    expect((await trySignUp(server, input)).userErrors).toEqual([]);
    expect((await signIn(server, input.email, password)).userErrors).toEqual([]);
  });

  it.each([
    ['one byte more', `${LONGEST}x`],
    ['another 73rd byte', `${LONGEST}é`],
    ['its last character left off', LONGEST.slice(0, -1)],
  ])('compare a password of 72 bytes to its last: %s is wrong', async (_what, wrong) => {
    const input = applicant({ password: LONGEST });
    await trySignUp(server, input);
    expect((await signIn(server, input.email, wrong)).userErrors[0]?.code).toBe('INVALID_CREDENTIALS');
  });
});

describe('checking a new password', () => {
  const CLASSES = {
    'an upper-case letter': fc.constantFrom(...'ABCXYZÉÑДΩ'),
    'a lower-case letter': fc.constantFrom(...'abcxyzéñдω'),
    'a digit': fc.constantFrom(...'0123456789'),
    [`one of ${SPECIAL}`]: fc.constantFrom(...SPECIAL),
  };
  type Class = keyof typeof CLASSES;
  const names = Object.keys(CLASSES) as Class[];

  /** 12 to 32 characters, at least one of each of the classes, in any order. */
  const passwordOf = (classes: Class[]) =>
    fc
      .tuple(
        fc.tuple(...classes.map((name) => CLASSES[name])),
        fc.array(fc.oneof(...classes.map((name) => CLASSES[name])), { minLength: 12, maxLength: 28 }),
      )
      .chain(([once, more]) =>
        fc.shuffledSubarray([...once, ...more], { minLength: once.length + more.length }),
      )
      .map((characters) => characters.join(''));

  const messageFor = (password: string): string | null => {
    try {
      checkNewPassword(password, 'password');
      return null;
    } catch (error) {
      return error instanceof Refusal ? error.message : `not a refusal: ${String(error)}`;
    }
  };

  it('lets every password of all classes pass', () => {
    fc.assert(fc.property(passwordOf(names), (password) => expect(messageFor(password)).toBeNull()));
  });

  it.each(names)('asks for %s in every password without one, and for nothing else', (missing) => {
    const rest = names.filter((name) => name !== missing);
    fc.assert(
      fc.property(passwordOf(rest), (password) => {
        expect(messageFor(password)).toBe(`The password needs ${missing}.`);
      }),
    );
  });

  it.each([...SPECIAL])('takes %s as special character', (character) => {
    expect(messageFor(`Abcdefgh1234${character}`)).toBeNull();
  });

  it('never fails on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
        expect(messageFor(text) ?? 'The password').toMatch(/^The password/);
      }),
    );
  });
});
