import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Which member becomes company admin.' })
export class AppointCompanyAdminInput {
  @Field(() => ID, { description: 'Id of an employer who is a member of a company.' })
  employerId!: string;
}

@InputType({ description: 'Which company.' })
export class CompanyIdInput {
  @Field(() => ID, { description: 'Id of the company.' })
  companyId!: string;
}
