import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { candidateOnly } from '../graphql/authorize.js';
import type { Context } from '../graphql/context.js';
import { mutate } from '../graphql/mutation.js';
import { Education } from './education.entity.js';
import { AddEducationInput, DeleteEducationInput, UpdateEducationInput } from './education.inputs.js';
import { AddEducationPayload, DeleteEducationPayload, UpdateEducationPayload } from './education.payloads.js';
import { checkMonths } from './month.js';
import {
  addProfileEntry,
  deleteProfileEntry,
  updateProfileEntry,
  type EntryKind,
} from './profile-entries.js';

const EDUCATIONS: EntryKind<Education> = {
  type: 'Education',
  entity: Education,
  table: 'educations',
  idField: 'educationId',
  required: ['degree', 'school', 'startMonth'],
  check: checkMonths,
};

@Resolver(() => Education)
export class EducationResolver {
  @Mutation(() => AddEducationPayload, {
    nullable: true,
    description: 'Adds an education to the profile of the viewer, a candidate; at most 50.',
  })
  addEducation(
    @Ctx() ctx: Context,
    @Arg('input', () => AddEducationInput, { description: 'The education.' }) input: AddEducationInput,
  ): Promise<AddEducationPayload> {
    const viewer = candidateOnly(ctx);
    return mutate<AddEducationPayload>(input, async () => ({
      education: await addProfileEntry(ctx, viewer, EDUCATIONS, {
        degree: input.degree,
        school: input.school,
        startMonth: input.startMonth,
        location: input.location ?? null,
        endMonth: input.endMonth ?? null,
        description: input.description ?? null,
      }),
    }));
  }

  @Mutation(() => UpdateEducationPayload, {
    nullable: true,
    description: 'Changes an education of the viewer, a candidate.',
  })
  updateEducation(
    @Ctx() ctx: Context,
    @Arg('input', () => UpdateEducationInput, { description: 'The changes.' }) input: UpdateEducationInput,
  ): Promise<UpdateEducationPayload> {
    const viewer = candidateOnly(ctx);
    return mutate<UpdateEducationPayload>(input, async () => {
      const { educationId, ...changes } = input;
      return { education: await updateProfileEntry(ctx, viewer, EDUCATIONS, educationId, changes) };
    });
  }

  @Mutation(() => DeleteEducationPayload, {
    nullable: true,
    description: 'Takes an education off the profile of the viewer, a candidate.',
  })
  deleteEducation(
    @Ctx() ctx: Context,
    @Arg('input', () => DeleteEducationInput, { description: 'Which education.' })
    input: DeleteEducationInput,
  ): Promise<DeleteEducationPayload> {
    const viewer = candidateOnly(ctx);
    return mutate<DeleteEducationPayload>(input, async () => ({
      deletedEducationId: await deleteProfileEntry(ctx, viewer, EDUCATIONS, input.educationId),
    }));
  }
}
