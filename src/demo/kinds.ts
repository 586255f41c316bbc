/**
 * What a random sequence or an id is for. Every row has a sequence of its own, seeded by its kind and number: it
 * can be made again alone, at any time, so nothing but the plan has to stay in memory.
 */
export const Kind = {
  ADMIN: 1,
  EMPLOYER: 2,
  CANDIDATE: 3,
  COMPANY: 4,
  JOB: 5,
  APPLICATION: 6,
  JOB_EVENT: 7,
  APPLICATION_EVENT: 8,
  NOTIFICATION: 9,
  EXPERIENCE: 10,
  EDUCATION: 11,
  SKILL: 12,
  ADMIN_USER: 13,
  EMPLOYER_USER: 14,
  CANDIDATE_USER: 15,
  PLAN: 16,
  JOURNEY: 17,
  JOB_TEXT: 18,
  PROFILE: 19,
} as const;

export type Kind = (typeof Kind)[keyof typeof Kind];
