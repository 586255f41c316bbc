import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { candidateOnly } from '../graphql/authorize.js';
import type { Context } from '../graphql/context.js';
import { mutate } from '../graphql/mutation.js';
import { Skill } from './skill.entity.js';
import { AddSkillInput, DeleteSkillInput, UpdateSkillInput } from './skill.inputs.js';
import { AddSkillPayload, DeleteSkillPayload, UpdateSkillPayload } from './skill.payloads.js';
import { oneOfEachName } from './one-of-each-name.js';
import {
  addProfileEntry,
  deleteProfileEntry,
  updateProfileEntry,
  type EntryKind,
} from './profile-entries.js';

const SKILLS: EntryKind<Skill> = {
  type: 'Skill',
  entity: Skill,
  table: 'skills',
  idField: 'skillId',
  required: ['name', 'level', 'category'],
  check: () => undefined,
};

@Resolver(() => Skill)
export class SkillResolver {
  @Mutation(() => AddSkillPayload, {
    nullable: true,
    description: 'Adds a skill to the profile of the viewer, a candidate; at most 50.',
  })
  addSkill(
    @Ctx() ctx: Context,
    @Arg('input', () => AddSkillInput, { description: 'The skill.' }) input: AddSkillInput,
  ): Promise<AddSkillPayload> {
    const viewer = candidateOnly(ctx);
    return mutate<AddSkillPayload>(input, async () => {
      const { name, level, category } = input;
      const add = () => addProfileEntry(ctx, viewer, SKILLS, { name, level, category });
      return { skill: await oneOfEachName(add) };
    });
  }

  @Mutation(() => UpdateSkillPayload, {
    nullable: true,
    description: 'Changes a skill of the viewer, a candidate.',
  })
  updateSkill(
    @Ctx() ctx: Context,
    @Arg('input', () => UpdateSkillInput, { description: 'The changes.' }) input: UpdateSkillInput,
  ): Promise<UpdateSkillPayload> {
    const viewer = candidateOnly(ctx);
    return mutate<UpdateSkillPayload>(input, async () => {
      const { skillId, ...changes } = input;
      return { skill: await oneOfEachName(() => updateProfileEntry(ctx, viewer, SKILLS, skillId, changes)) };
    });
  }

  @Mutation(() => DeleteSkillPayload, {
    nullable: true,
    description: 'Takes a skill off the profile of the viewer, a candidate.',
  })
  deleteSkill(
    @Ctx() ctx: Context,
    @Arg('input', () => DeleteSkillInput, { description: 'Which skill.' }) input: DeleteSkillInput,
  ): Promise<DeleteSkillPayload> {
    const viewer = candidateOnly(ctx);
    return mutate<DeleteSkillPayload>(input, async () => ({
      deletedSkillId: await deleteProfileEntry(ctx, viewer, SKILLS, input.skillId),
    }));
  }
}
