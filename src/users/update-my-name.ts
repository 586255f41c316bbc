import type { Context } from '../graphql/context.js';
import type { Viewer } from '../graphql/viewer.js';
import { User } from './user.entity.js';
import type { UpdateMyNameInput } from './user.inputs.js';

/** Changes what the viewer is called. */
export function updateMyName(
  ctx: Context,
  viewer: Viewer,
  { firstName, lastName }: UpdateMyNameInput,
): Promise<User> {
  return ctx.db.transaction(async (em) => {
    const user = await em.findOneOrFail(User, { id: viewer.userId });
    return em.assign(user, { firstName, lastName, updatedAt: ctx.clock.now() });
  });
}
