import { sql } from 'kysely';
import { CompanyInvitation } from '../../companies/company-invitation.entity.js';
import { defineNestedPages } from '../../graphql/nested-pages.js';
import { highestFirst } from '../../graphql/order.js';
import { rowById } from '../../graphql/row-by-id.js';
import { isOpen } from './open-invitations.js';

export const companyInvitationById = rowById(CompanyInvitation, 'company_invitations');

/** The open invitations of a company, newest first. */
export const invitationsOfCompany = defineNestedPages<CompanyInvitation>(({ db }) => ({
  columns: db.columns.list(CompanyInvitation, 'i'),
  from: sql`company_invitations i`,
  where: [sql`i.company_id = parent.id`, isOpen('i')],
  order: highestFirst('newest', sql`i.created_at`, 'timestamptz', 'i'),
}));
