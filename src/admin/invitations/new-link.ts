import { v7 as uuidv7 } from 'uuid';
import type { Context } from '../../graphql/context.js';
import { addTime, DAY } from '../../platform/clock.js';
import type { UserInvitation } from './user-invitation.entity.js';

const LIFETIME = 7 * DAY;

/** What an invitation needs to be mailed, for the first time or anew. */
export function newLink({
  mailLinks,
  clock,
}: Context): Pick<UserInvitation, 'linkId' | 'tokenHash' | 'expiresAt'> {
  const linkId = uuidv7();
  return { linkId, tokenHash: mailLinks.tokenHashOf(linkId), expiresAt: addTime(clock.now(), LIFETIME) };
}
