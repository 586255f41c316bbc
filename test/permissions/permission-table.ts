import type { Domain } from './permissions.js';
import { accountsTable } from './table/accounts.js';
import { administrationTable } from './table/administration.js';
import { applicationsTable } from './table/applications.js';
import { candidatesTable } from './table/candidates.js';
import { companiesTable } from './table/companies.js';
import { dashboardsTable } from './table/dashboards.js';
import { jobsTable } from './table/jobs.js';
import { notificationsTable } from './table/notifications.js';
import { serviceTable } from './table/service.js';

/**
 * Who may do what. `npm run permissions` makes docs/permissions.md of it, and the tests beside it try every cell against
 * a real server.
 *
 * Something new needs a row in the file of its domain:
 *
 * - a query: `{ operation, args, cells }`; its arguments may name things of test/permissions/permission-world.ts;
 * - a mutation: `{ operation, cells }`; its input is its example of test/support/mutation-examples.ts;
 * - a subscription: `{ operation, cells, test }`, naming the test that tries it;
 * - an object type: `{ type, seen }`, with `objects` if it implements Node;
 * - a field that not all who get its object may read: into `fields` of the row of its type.
 */
export const PERMISSIONS: Domain[] = [
  accountsTable,
  candidatesTable,
  companiesTable,
  jobsTable,
  applicationsTable,
  notificationsTable,
  dashboardsTable,
  administrationTable,
  serviceTable,
];
