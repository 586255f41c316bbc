import { sql } from 'kysely';
import type { Connection } from '../../graphql/connection.js';
import type { Context } from '../../graphql/context.js';
import { fetchPage } from '../../graphql/fetch-page.js';
import { highestFirst } from '../../graphql/order.js';
import { sliceOf, type PageArgs } from '../../graphql/page-args.js';
import { UserInvitation } from './user-invitation.entity.js';

const NEWEST = highestFirst('newest', sql`i.created_at`, 'timestamptz', 'i');

/** A page of the invitations nobody has accepted yet, newest first. */
export function listUserInvitations(
  ctx: Context,
  args: PageArgs,
  withTotal: boolean,
): Promise<Connection<UserInvitation>> {
  return fetchPage<UserInvitation>(ctx.db, {
    columns: ctx.db.columns.list(UserInvitation, 'i'),
    from: sql`user_invitations i`,
    where: [],
    order: NEWEST,
    slice: sliceOf(args),
    withTotal,
  });
}
