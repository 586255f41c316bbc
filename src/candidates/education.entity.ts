import { Check, Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Node } from '../graphql/node.js';
import { Candidate } from './candidate.entity.js';

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'A course of study of a candidate. Seen by whoever may see the candidate.',
})
@Entity({ tableName: 'educations' })
@Index({ name: 'educations_candidate_id_index', properties: ['candidateId', 'startMonth'] })
@Check({ name: 'educations_start_month_check', expression: "start_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'" })
@Check({
  name: 'educations_end_month_check',
  expression: "end_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$' and end_month >= start_month",
})
export class Education extends Node {
  @ManyToOne(() => Candidate, { mapToPk: true, fieldName: 'candidate_id', deleteRule: 'cascade' })
  candidateId!: string;

  @Field(() => String, { description: 'Degree or subject, such as "Licence en gestion".' })
  @Property({ type: 'text' })
  degree!: string;

  @Field(() => String, { description: 'School or university.' })
  @Property({ type: 'text' })
  school!: string;

  @Field(() => String, { nullable: true, description: 'Place, such as "Douala".' })
  @Property({ type: 'text', nullable: true })
  location!: string | null;

  @Field(() => String, { description: 'First month: "YYYY-MM", such as "2021-09".' })
  @Property({ type: 'text' })
  startMonth!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Last month: "YYYY-MM"; null while the candidate is still studying.',
  })
  @Property({ type: 'text', nullable: true })
  endMonth!: string | null;

  @Field(() => String, { nullable: true, description: 'What it was about.' })
  @Property({ type: 'text', nullable: true })
  description!: string | null;
}
