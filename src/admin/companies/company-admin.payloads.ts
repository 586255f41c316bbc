import { Field, ID, ObjectType } from 'type-graphql';
import { Company } from '../../companies/company.entity.js';
import { Employer } from '../../employers/employer.entity.js';
import { Payload } from '../../graphql/payload.js';

@ObjectType({ simpleResolvers: true })
abstract class CompanyPayload extends Payload {
  @Field(() => Company, { nullable: true, description: 'The company as it is now.' })
  company?: Company | null;
}

@ObjectType({ simpleResolvers: true, description: 'Answer of verifyCompany.' })
export class VerifyCompanyPayload extends CompanyPayload {}

@ObjectType({ simpleResolvers: true, description: 'Answer of unverifyCompany.' })
export class UnverifyCompanyPayload extends CompanyPayload {}

@ObjectType({ simpleResolvers: true, description: 'Answer of appointCompanyAdmin.' })
export class AppointCompanyAdminPayload extends Payload {
  @Field(() => Employer, { nullable: true, description: 'Who is company admin now.' })
  employer?: Employer | null;
}

@ObjectType({ simpleResolvers: true, description: 'Answer of deleteCompany.' })
export class DeleteCompanyPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'Id of the company that is gone, for clearing caches.' })
  deletedCompanyId?: string | null;
}
