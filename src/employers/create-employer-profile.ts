import type { EntityManager } from '@mikro-orm/postgresql';
import { Employer } from './employer.entity.js';

/** The profile every employer starts with: of no company yet. */
export function createEmployerProfile(em: EntityManager, userId: string, now: Date): Employer {
  return em.create(Employer, {
    userId,
    companyId: null,
    position: null,
    department: null,
    phone: null,
    createdAt: now,
    updatedAt: now,
  });
}
