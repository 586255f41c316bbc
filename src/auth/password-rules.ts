import { refusal, UserErrorCode } from '../graphql/user-error.js';

const MIN_LENGTH = 12;

/** bcrypt reads no further; silently ignoring the rest would be worse than refusing it. */
export const MAX_PASSWORD_BYTES = 72;

const SPECIAL_CHARACTERS = '!@#$%^&*()_+-=[]{}|;:,.<>?';

const RULES: { broken: (password: string) => boolean; message: string }[] = [
  { broken: (password) => [...password].length < MIN_LENGTH, message: `at least ${MIN_LENGTH} characters` },
  { broken: (password) => !/\p{Lu}/u.test(password), message: 'an upper-case letter' },
  { broken: (password) => !/\p{Ll}/u.test(password), message: 'a lower-case letter' },
  { broken: (password) => !/\p{Nd}/u.test(password), message: 'a digit' },
  {
    broken: (password) => ![...password].some((character) => SPECIAL_CHARACTERS.includes(character)),
    message: `one of ${SPECIAL_CHARACTERS}`,
  },
];

/** For the description of every input that takes a new password. */
export const PASSWORD_RULES = `${MIN_LENGTH} or more characters with an upper-case letter, a lower-case letter, a digit and one of \`${SPECIAL_CHARACTERS}\`; at most ${MAX_PASSWORD_BYTES} bytes.`;

/** Refuses a new password that breaks a rule, naming all that it lacks. */
export function checkNewPassword(password: string, field: string): void {
  if (Buffer.byteLength(password) > MAX_PASSWORD_BYTES) {
    throw refusal(
      UserErrorCode.WEAK_PASSWORD,
      field,
      `The password must be at most ${MAX_PASSWORD_BYTES} bytes long.`,
    );
  }
  const lacking = RULES.filter((rule) => rule.broken(password)).map((rule) => rule.message);
  if (lacking.length > 0) {
    throw refusal(UserErrorCode.WEAK_PASSWORD, field, `The password needs ${lacking.join(', ')}.`);
  }
}
