import type { Context } from '../graphql/context.js';
import type { Application } from './application.entity.js';
import type { RateApplicationInput } from './application.inputs.js';
import { lockApplication } from './lock-application.js';

/** Sets or clears the company's own rating. No change of status: neither history nor candidate hear of it. */
export async function rateApplication(ctx: Context, input: RateApplicationInput): Promise<Application> {
  return ctx.db.transaction(async (em) => {
    const application = await lockApplication(ctx, em, input.applicationId);
    application.rating = input.rating ?? null;
    return application;
  });
}
