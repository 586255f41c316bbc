import { Check, Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Node } from '../graphql/node.js';
import { Candidate } from './candidate.entity.js';

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'A position a candidate holds or held. Seen by whoever may see the candidate.',
})
@Entity({ tableName: 'experiences' })
@Index({ name: 'experiences_candidate_id_index', properties: ['candidateId', 'startMonth'] })
@Check({ name: 'experiences_start_month_check', expression: "start_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'" })
@Check({
  name: 'experiences_end_month_check',
  expression: "end_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$' and end_month >= start_month",
})
export class Experience extends Node {
  @ManyToOne(() => Candidate, { mapToPk: true, fieldName: 'candidate_id', deleteRule: 'cascade' })
  candidateId!: string;

  @Field(() => String, { description: 'Name of the position.' })
  @Property({ type: 'text' })
  title!: string;

  @Field(() => String, { description: 'Where it was: the name of the company, as the candidate wrote it.' })
  @Property({ type: 'text' })
  companyName!: string;

  @Field(() => String, { nullable: true, description: 'Place, such as "Douala".' })
  @Property({ type: 'text', nullable: true })
  location!: string | null;

  @Field(() => String, { description: 'First month: "YYYY-MM", such as "2021-09".' })
  @Property({ type: 'text' })
  startMonth!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Last month: "YYYY-MM"; null for a position held today.',
  })
  @Property({ type: 'text', nullable: true })
  endMonth!: string | null;

  @Field(() => String, { nullable: true, description: 'What it was about.' })
  @Property({ type: 'text', nullable: true })
  description!: string | null;
}
