import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Which company.' })
export class CompanyIdInput {
  @Field(() => ID, { description: 'Id of the company.' })
  companyId!: string;
}
