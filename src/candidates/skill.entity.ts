import { Check, Entity, Enum, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../graphql/node.js';
import { Candidate } from './candidate.entity.js';

export enum SkillCategory {
  TECHNICAL = 'TECHNICAL',
  SOFT = 'SOFT',
  LANGUAGE = 'LANGUAGE',
}

registerEnumType(SkillCategory, {
  name: 'SkillCategory',
  description: 'Kind of skill.',
  valuesConfig: {
    TECHNICAL: { description: 'Knowledge of a trade, a tool or a method, such as "Excel".' },
    SOFT: { description: 'A way to work with others and oneself, such as "Négociation".' },
    LANGUAGE: { description: 'A language spoken, such as "Français".' },
  },
});

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'Something a candidate can do. Seen by whoever may see the candidate.',
})
@Entity({ tableName: 'skills' })
@Unique({ name: 'skills_candidate_id_name_unique', properties: ['candidateId', 'name'] })
@Check({ name: 'skills_level_check', expression: 'level >= 1 and level <= 5' })
export class Skill extends Node {
  @ManyToOne(() => Candidate, { mapToPk: true, fieldName: 'candidate_id', deleteRule: 'cascade' })
  candidateId!: string;

  /** citext: "Excel" and "excel" are one skill. */
  @Field(() => String, {
    description: 'What it is; a candidate has each name once, upper and lower case being the same.',
  })
  @Property({ columnType: 'citext', type: 'string' })
  name!: string;

  @Field(() => Int, { description: 'How well, from 1 (notions) to 5 (expert).' })
  @Property({ type: 'smallint' })
  level!: number;

  @Field(() => SkillCategory, { description: 'Kind of skill.' })
  @Enum({ items: () => SkillCategory, type: 'text' })
  category!: SkillCategory;
}
