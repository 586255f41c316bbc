import { sql } from 'kysely';
import type { Context } from '../graphql/context.js';
import { defineLoader, groupedBy } from '../graphql/loader.js';
import { defineNestedPages } from '../graphql/nested-pages.js';
import { rowById } from '../graphql/row-by-id.js';
import { ApplicationEvent } from './application-event.entity.js';
import { ORDERS } from './application-order.js';
import { Application } from './application.entity.js';

export const applicationById = rowById(Application, 'applications');

/** The applications to a job, latest first. */
export const applicationsOfJob = defineNestedPages<Application>(({ db }) => ({
  columns: db.columns.list(Application, 'a'),
  from: sql`applications a`,
  where: [sql`a.job_id = parent.id`],
  order: ORDERS.NEWEST,
}));

/** The history of an application, oldest first. */
export const eventsOfApplication = defineLoader<string, ApplicationEvent[]>(
  async ({ db }, applicationIds) => {
    const rows = await db.rows(sql<ApplicationEvent>`
    select ${db.columns.list(ApplicationEvent, 'e')} from application_events e
    where e.application_id = any(${applicationIds}::uuid[]) order by e.at, e.id`);
    return groupedBy(applicationIds, rows, (event) => event.applicationId);
  },
);

/** Makes a request read an application anew: one that writes to it may show it afterwards, and may have before. */
export function forgetApplication(ctx: Context, id: string): void {
  applicationById(ctx).clear(id);
  eventsOfApplication(ctx).clear(id);
}
