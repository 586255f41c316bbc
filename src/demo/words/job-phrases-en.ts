/** Sentences English jobs have in common. In capitals in braces: what is filled in. */
export const ENGLISH_JOB_PHRASES = {
  openings: [
    '{COMPANY} {BUSINESS}. To keep up with our growth {IN_CITY}, we are opening this position: {TITLE}.',
    'Join {COMPANY} {IN_CITY}! Our company {BUSINESS}, and we are looking for someone who cares about good work ({TITLE}).',
    'For years {COMPANY} has earned the trust of its customers: it {BUSINESS}. The team {IN_CITY} is growing ({TITLE}).',
    'Looking for work that matters and a team that helps you grow? {COMPANY} {BUSINESS}, and is hiring {IN_CITY} ({TITLE}).',
  ],
  places: {
    ON_SITE: [
      'The position is based {IN_CITY}, with occasional travel within the country.',
      'You will work at our site {IN_CITY}, Monday to Friday and every other Saturday.',
      'The position is {IN_CITY}; we help with the move if you come from another town.',
    ],
    HYBRID: [
      'After the trial period you may work from home two days a week; the other days are spent {IN_CITY}.',
      'We work in a hybrid way: three days at the office {IN_CITY}, two days at home.',
    ],
    REMOTE: [
      'The position is fully remote, with a team meeting {IN_CITY} every quarter.',
      'You may work from anywhere in the region, as long as your connection is steady.',
    ],
  },
  closings: [
    'Interviews take place as applications arrive, so do not wait. Every application gets an answer.',
    'The process is a phone call, a practical exercise and a meeting with the management.',
    'We strongly encourage women to apply. We never ask for money at any stage.',
    'The position is open as of now. Please add a short letter telling us what draws you to us.',
    'Between equal applications, preference goes to people who already live in the region.',
  ],
  benefits: [
    'Health cover for you and your family',
    'Monthly transport allowance',
    'Thirteenth month salary',
    'Housing allowance',
    'Paid training and certification',
    'Work phone and data plan',
    'Quarterly performance bonus',
    'Lunch at the canteen',
    'Extra leave with seniority',
    'Staff bus from the town centre',
    'Help with school fees',
    'Interest-free loan after one year',
  ],
} as const;

/** Years of experience as titles tell them, and what they do to the pay. */
export const ENGLISH_GRADES = [
  { before: '', after: '', pay: 1, weight: 60 },
  { before: 'Junior ', after: '', pay: 0.75, weight: 14 },
  { before: 'Lead ', after: '', pay: 1.25, weight: 12 },
  { before: 'Senior ', after: '', pay: 1.4, weight: 14 },
] as const;
