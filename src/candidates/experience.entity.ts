import { Check, Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Node } from '../graphql/node.js';
import { Candidate } from './candidate.entity.js';

/** A position the candidate held. Months are "YYYY-MM"; no end month means it is the current position. */
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

  @Property({ type: 'text' })
  title!: string;

  @Property({ type: 'text' })
  companyName!: string;

  @Property({ type: 'text', nullable: true })
  location!: string | null;

  @Property({ type: 'text' })
  startMonth!: string;

  @Property({ type: 'text', nullable: true })
  endMonth!: string | null;

  @Property({ type: 'text', nullable: true })
  description!: string | null;
}
