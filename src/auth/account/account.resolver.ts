import { GraphQLJSONObject } from 'graphql-scalars';
import { Arg, Ctx, Directive, Mutation, Query, Resolver } from 'type-graphql';
import { anyUser } from '../../graphql/authorize.js';
import type { Context } from '../../graphql/context.js';
import { mutate } from '../../graphql/mutation.js';
import type { AuthServices } from '../auth-services.js';
import { DeleteAccountInput } from './account.inputs.js';
import { DeleteAccountPayload } from './account.payloads.js';
import { deleteAccount } from './delete-account.js';
import { exportMyData } from './export-my-data.js';

@Resolver()
export class AccountResolver {
  constructor(private readonly services: AuthServices) {}

  @Query(() => GraphQLJSONObject, {
    nullable: true,
    description:
      'Everything the platform holds about the viewer, as one JSON object with a list for each kind of thing. Only hashes of secrets and what employers keep to themselves are left out.',
  })
  @Directive('@rateLimit(limit: 10, duration: 3600)')
  exportMyData(@Ctx() ctx: Context): Promise<Record<string, unknown>> {
    return exportMyData(ctx, anyUser(ctx));
  }

  @Mutation(() => DeleteAccountPayload, {
    nullable: true,
    description:
      "Deletes the viewer's account and all that belongs to it, at once and for good: profile, files, applications, sessions. A company stays, with its jobs.",
  })
  @Directive('@rateLimit(limit: 5, duration: 900)')
  deleteAccount(
    @Ctx() ctx: Context,
    @Arg('input', () => DeleteAccountInput, { description: 'Proof of who asks.' }) input: DeleteAccountInput,
  ): Promise<DeleteAccountPayload> {
    const viewer = anyUser(ctx);
    return mutate<DeleteAccountPayload>(input, async () => {
      await deleteAccount(ctx, this.services.passwords, viewer, input.currentPassword);
      return { success: true };
    });
  }
}
