import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import { mutate } from '../graphql/mutation.js';
import { JobIdInput } from './job.inputs.js';
import { RecordJobViewPayload } from './job.payloads.js';
import { recordJobView } from './record-job-view.js';
import type { ViewerKeys } from './viewer-keys.js';

@Resolver()
export class JobViewResolver {
  constructor(private readonly viewerKeys: ViewerKeys) {}

  @Mutation(() => RecordJobViewPayload, {
    nullable: true,
    description:
      'Tells that the viewer, signed in or not, has opened a job. Call it as often as you like: it counts once a day, and never for members of the company.',
  })
  @Directive('@rateLimit(limit: 120, duration: 60)')
  recordJobView(
    @Ctx() ctx: Context,
    @Arg('input', () => JobIdInput, { description: 'Which job.' }) input: JobIdInput,
  ): Promise<RecordJobViewPayload> {
    return mutate<RecordJobViewPayload>(input, async () => ({
      job: await recordJobView(ctx, this.viewerKeys, input),
    }));
  }
}
