import { sql } from 'kysely';
import type { Context } from '../graphql/context.js';
import { defineLoader, inOrderOf } from '../graphql/loader.js';
import { defineNestedPages } from '../graphql/nested-pages.js';
import { rowById } from '../graphql/row-by-id.js';
import { Employer } from './employer.entity.js';

export const employerById = rowById(Employer, 'employers');

export const employerByUserId = defineLoader<string, Employer | null>(async ({ db }, userIds) => {
  const rows = await db.rows(sql<Employer>`
    select ${db.columns.list(Employer, 'e')} from employers e where e.user_id = any(${userIds}::uuid[])`);
  return inOrderOf(userIds, rows, (employer) => employer.userId);
});

/** The members of a company, its admins first. */
export const membersOfCompany = defineNestedPages<Employer>(({ db }) => ({
  columns: db.columns.list(Employer, 'e'),
  from: sql`employers e`,
  where: [sql`e.company_id = parent.id`],
  order: {
    name: 'admins first',
    keys: [
      { expression: sql`e.is_company_admin::int`, type: 'integer' },
      { expression: sql`e.created_at`, type: 'timestamptz' },
      { expression: sql`e.id`, type: 'uuid' },
    ],
  },
}));

/** Makes a request read an employer anew: one that writes to them may show them afterwards, and may have before. */
export function forgetEmployer(ctx: Context, { id, userId }: Pick<Employer, 'id' | 'userId'>): void {
  employerById(ctx).clear(id);
  employerByUserId(ctx).clear(userId);
}
