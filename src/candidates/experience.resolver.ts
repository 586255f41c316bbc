import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { candidateOnly } from '../graphql/authorize.js';
import type { Context } from '../graphql/context.js';
import { mutate } from '../graphql/mutation.js';
import { Experience } from './experience.entity.js';
import { AddExperienceInput, DeleteExperienceInput, UpdateExperienceInput } from './experience.inputs.js';
import {
  AddExperiencePayload,
  DeleteExperiencePayload,
  UpdateExperiencePayload,
} from './experience.payloads.js';
import { checkMonths } from './month.js';
import {
  addProfileEntry,
  deleteProfileEntry,
  updateProfileEntry,
  type EntryKind,
} from './profile-entries.js';

const EXPERIENCES: EntryKind<Experience> = {
  type: 'Experience',
  entity: Experience,
  table: 'experiences',
  idField: 'experienceId',
  required: ['title', 'companyName', 'startMonth'],
  check: checkMonths,
};

@Resolver(() => Experience)
export class ExperienceResolver {
  @Mutation(() => AddExperiencePayload, {
    nullable: true,
    description: 'Adds an experience to the profile of the viewer, a candidate; at most 50.',
  })
  addExperience(
    @Ctx() ctx: Context,
    @Arg('input', () => AddExperienceInput, { description: 'The experience.' }) input: AddExperienceInput,
  ): Promise<AddExperiencePayload> {
    const viewer = candidateOnly(ctx);
    return mutate<AddExperiencePayload>(input, async () => ({
      experience: await addProfileEntry(ctx, viewer, EXPERIENCES, {
        title: input.title,
        companyName: input.companyName,
        startMonth: input.startMonth,
        location: input.location ?? null,
        endMonth: input.endMonth ?? null,
        description: input.description ?? null,
      }),
    }));
  }

  @Mutation(() => UpdateExperiencePayload, {
    nullable: true,
    description: 'Changes an experience of the viewer, a candidate.',
  })
  updateExperience(
    @Ctx() ctx: Context,
    @Arg('input', () => UpdateExperienceInput, { description: 'The changes.' }) input: UpdateExperienceInput,
  ): Promise<UpdateExperiencePayload> {
    const viewer = candidateOnly(ctx);
    return mutate<UpdateExperiencePayload>(input, async () => {
      const { experienceId, ...changes } = input;
      return { experience: await updateProfileEntry(ctx, viewer, EXPERIENCES, experienceId, changes) };
    });
  }

  @Mutation(() => DeleteExperiencePayload, {
    nullable: true,
    description: 'Takes an experience off the profile of the viewer, a candidate.',
  })
  deleteExperience(
    @Ctx() ctx: Context,
    @Arg('input', () => DeleteExperienceInput, { description: 'Which experience.' })
    input: DeleteExperienceInput,
  ): Promise<DeleteExperiencePayload> {
    const viewer = candidateOnly(ctx);
    return mutate<DeleteExperiencePayload>(input, async () => ({
      deletedExperienceId: await deleteProfileEntry(ctx, viewer, EXPERIENCES, input.experienceId),
    }));
  }
}
