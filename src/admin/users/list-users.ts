import { sql } from 'kysely';
import { assertValid } from '../../graphql/assert-valid.js';
import type { Connection } from '../../graphql/connection.js';
import { containsText } from '../../graphql/contains-text.js';
import type { Context } from '../../graphql/context.js';
import { fetchPage } from '../../graphql/fetch-page.js';
import { sliceOf } from '../../graphql/page-args.js';
import { User } from '../../users/user.entity.js';
import type { UserListArgs } from './user-list.args.js';
import { USER_ORDERS } from './user-order.js';

/** A page of all users. */
export async function listUsers(
  ctx: Context,
  args: UserListArgs,
  withTotal: boolean,
): Promise<Connection<User>> {
  await assertValid(args);
  const { role, isActive, orderBy } = args;
  const search = args.search?.trim();
  return fetchPage<User>(ctx.db.unprepared, {
    columns: ctx.db.columns.list(User, 'u'),
    from: sql`users u`,
    where: [
      ...(role == null ? [] : [sql`u.role = ${role}`]),
      ...(isActive == null ? [] : [sql`u.is_active = ${isActive}`]),
      // Written as the index has it.
      ...(search
        ? [containsText(sql`u.first_name || ' ' || u.last_name || ' ' || u.email::text`, search)]
        : []),
    ],
    order: USER_ORDERS[orderBy],
    slice: sliceOf(args),
    withTotal,
  });
}
