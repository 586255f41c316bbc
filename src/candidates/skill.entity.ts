import { Check, Entity, Enum, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Node } from '../graphql/node.js';
import { Candidate } from './candidate.entity.js';

export enum SkillCategory {
  TECHNICAL = 'TECHNICAL',
  SOFT = 'SOFT',
  LANGUAGE = 'LANGUAGE',
}

/** Something the candidate can do, from 1 (notions) to 5 (expert). */
@Entity({ tableName: 'skills' })
@Unique({ name: 'skills_candidate_id_name_unique', properties: ['candidateId', 'name'] })
@Check({ name: 'skills_level_check', expression: 'level >= 1 and level <= 5' })
export class Skill extends Node {
  @ManyToOne(() => Candidate, { mapToPk: true, fieldName: 'candidate_id', deleteRule: 'cascade' })
  candidateId!: string;

  /** citext: "Excel" and "excel" are one skill. */
  @Property({ columnType: 'citext', type: 'string' })
  name!: string;

  @Property({ type: 'smallint' })
  level!: number;

  @Enum({ items: () => SkillCategory, type: 'text' })
  category!: SkillCategory;
}
