import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import { adminOnly } from '../graphql/authorize.js';
import type { Connection } from '../graphql/connection.js';
import type { Context } from '../graphql/context.js';
import { DateTime } from '../graphql/date-time.js';
import { globalId } from '../graphql/ids.js';
import { selects } from '../graphql/selection.js';
import { User } from '../users/user.entity.js';
import { userById } from '../users/user.loaders.js';
import { AuditEntryConnection } from './audit-entry.connection.js';
import { AuditDetail, AuditEntry } from './audit-entry.entity.js';
import { AuditLogArgs } from './audit-log.args.js';
import { listAuditLog } from './list-audit-log.js';

/** An entry is only ever handed to administrators, who see every user. */
@Resolver(() => AuditEntry)
export class AuditEntryResolver {
  @Query(() => AuditEntryConnection, {
    nullable: true,
    description:
      'What administrators did, and what touched the safety of accounts, newest first. For administrators.',
  })
  auditLog(
    @Ctx() ctx: Context,
    @Args(() => AuditLogArgs) args: AuditLogArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<AuditEntry>> {
    adminOnly(ctx);
    return listAuditLog(ctx, args, selects(info, 'totalCount'));
  }

  @FieldResolver(() => DateTime, { description: 'When it was done.' })
  createdAt(@Root() entry: AuditEntry): Date {
    return entry.createdAt;
  }

  @FieldResolver(() => ID, {
    nullable: true,
    description:
      'Global id of who did it, also when their account is gone since; null for somebody not signed in.',
  })
  actorId(@Root() { actorUserId }: AuditEntry): string | null {
    return actorUserId === null ? null : globalId('User', actorUserId);
  }

  @FieldResolver(() => User, {
    nullable: true,
    description: 'Who did it; null for somebody not signed in, and once their account is deleted.',
  })
  actor(@Root() { actorUserId }: AuditEntry, @Ctx() ctx: Context): Promise<User | null> | null {
    return actorUserId === null ? null : userById(ctx).load(actorUserId);
  }

  @FieldResolver(() => ID, {
    nullable: true,
    description: 'Global id of what it was done to. What it names may be gone since.',
  })
  subjectId(@Root() { subjectType, subjectId }: AuditEntry): string | null {
    return subjectId === null ? null : globalId(subjectType, subjectId);
  }

  @FieldResolver(() => [AuditDetail], { description: 'Circumstances, such as the reason given.' })
  details(@Root() { details }: AuditEntry): AuditDetail[] {
    return Object.entries(details).map(([name, value]) => ({ name, value }));
  }
}
