/** A number as people write it; who calls it will find out whether it is one. */
export const PHONE_NUMBER = /^\+?[\d(][\d ()./-]{3,28}$/;

export const PHONE_NUMBER_RULES =
  'Phone number: digits, spaces and "()./-", with an optional leading "+"; 5 to 30 characters.';

export const PHONE_NUMBER_MESSAGE = 'phone must be a phone number, such as +241 01 23 45 67';
