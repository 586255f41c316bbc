import type { EntityManager } from '@mikro-orm/postgresql';
import { recordAudit } from '../../admin/record-audit.js';
import type { Context } from '../../graphql/context.js';
import { NotificationType } from '../../notifications/notification.entity.js';
import { notify } from '../../notifications/notify.js';
import { User } from '../../users/user.entity.js';
import { lockAccountOf } from '../lock-account.js';
import { ProviderIdentity } from '../provider-identity.entity.js';
import type { Identity } from './find-user-of-identity.js';
import { handOver } from './hand-over.js';

/**
 * Links an identity to the account that has its address, which the provider must have verified; null when there is
 * none. If the account never showed that the address is its own, whoever made it may be somebody else, waiting for
 * the owner to come and fill it: then the owner takes it over alone.
 */
export async function linkByEmail(
  ctx: Context,
  em: EntityManager,
  { email, ...identity }: Identity & { email: string },
): Promise<User | null> {
  const account = await lockAccountOf(em, email);
  if (!account) return null;
  const user = await em.findOneOrFail(User, { id: account.id });
  const at = ctx.clock.now();
  const isHandedOver = user.emailVerifiedAt === null;
  if (isHandedOver) await handOver(em, user, at);
  em.create(ProviderIdentity, { ...identity, userId: user.id, createdAt: at });
  recordAudit(ctx, em, {
    action: isHandedOver ? 'ACCOUNT_HANDED_OVER' : 'PROVIDER_LINKED',
    subjectType: 'User',
    subjectId: user.id,
    details: { provider: identity.provider },
  });
  const payload = { event: 'PROVIDER_LINKED', provider: identity.provider };
  await notify(em, at, [{ userId: user.id, type: NotificationType.SYSTEM, payload }]);
  return user;
}
