import { Length } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Which job to take off the market, and why.' })
export class TakeDownJobInput {
  @Field(() => ID, { description: 'Id of the job.' })
  jobId!: string;

  @Field(() => String, { description: 'Why, for its author and the audit log: 1 to 500 characters.' })
  @Length(1, 500)
  reason!: string;
}
