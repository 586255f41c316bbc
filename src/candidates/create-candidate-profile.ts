import type { EntityManager } from '@mikro-orm/postgresql';
import { Candidate } from './candidate.entity.js';

/** The empty profile every candidate starts with. */
export function createCandidateProfile(em: EntityManager, userId: string, now: Date): Candidate {
  return em.create(Candidate, {
    userId,
    phone: null,
    location: null,
    linkedinUrl: null,
    websiteUrl: null,
    title: null,
    summary: null,
    yearsExperience: null,
    salaryExpectationMin: null,
    salaryExpectationMax: null,
    createdAt: now,
    updatedAt: now,
  });
}
