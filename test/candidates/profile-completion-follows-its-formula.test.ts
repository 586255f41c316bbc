import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { profileCompletion, type ProfileFacts } from '../../src/candidates/profile-completion.js';

const SIGNED_UP: ProfileFacts = {
  firstName: 'Ama',
  lastName: 'Ndong',
  email: 'ama@example.org',
  phone: null,
  location: null,
  title: null,
  summary: null,
  hasExperience: false,
  hasEducation: false,
  hasSkill: false,
};

const FULL: ProfileFacts = {
  ...SIGNED_UP,
  phone: '+241 01 02 03 04',
  location: 'Libreville',
  title: 'Comptable',
  summary: 'Dix ans de métier.',
  hasExperience: true,
  hasEducation: true,
  hasSkill: true,
};

const anyText = fc.oneof(fc.constant(null), fc.constantFrom('', ' ', '\t\n', 'a', ' b '));
const anyFacts: fc.Arbitrary<ProfileFacts> = fc.record({
  firstName: fc.constantFrom('', 'Ama'),
  lastName: fc.constantFrom('', 'Ndong'),
  email: fc.constantFrom('', 'ama@example.org'),
  phone: anyText,
  location: anyText,
  title: anyText,
  summary: anyText,
  hasExperience: fc.boolean(),
  hasEducation: fc.boolean(),
  hasSkill: fc.boolean(),
});

describe('profile completion', () => {
  it.each<[number, string, ProfileFacts]>([
    [26, 'just after sign-up: 3 of 7 fields', SIGNED_UP],
    [34, 'with 4 of 7 fields', { ...SIGNED_UP, phone: '1' }],
    [43, 'with 5 of 7 fields', { ...SIGNED_UP, phone: '1', title: 'x' }],
    [51, 'with 6 of 7 fields', { ...SIGNED_UP, phone: '1', title: 'x', summary: 'x' }],
    [
      60,
      'with all fields and nothing else',
      { ...SIGNED_UP, phone: '1', title: 'x', summary: 'x', location: 'x' },
    ],
    [41, 'with 3 fields and an experience', { ...SIGNED_UP, hasExperience: true }],
    [41, 'with 3 fields and an education', { ...SIGNED_UP, hasEducation: true }],
    [36, 'with 3 fields and a skill', { ...SIGNED_UP, hasSkill: true }],
    [26, 'with blank texts, which count for nothing', { ...SIGNED_UP, phone: ' ', title: '', summary: '\n' }],
    [100, 'with everything', FULL],
  ])('is %d percent %s', (percent, _state, facts) => {
    expect(profileCompletion(facts)).toBe(percent);
  });

  it('never falls when something is added, and stays a whole percentage', () => {
    fc.assert(
      fc.property(
        anyFacts,
        fc.constantFrom(...(Object.keys(FULL) as (keyof ProfileFacts)[])),
        (facts, added) => {
          const before = profileCompletion(facts);
          expect(Number.isInteger(before) && before >= 0 && before <= 100).toBe(true);
          expect(profileCompletion({ ...facts, [added]: FULL[added] })).toBeGreaterThanOrEqual(before);
        },
      ),
    );
  });
});
