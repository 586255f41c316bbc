import { Field, ObjectType } from 'type-graphql';
import { Payload } from '../graphql/payload.js';
import { Company } from './company.entity.js';

@ObjectType({ simpleResolvers: true, description: 'Answer of createCompany.' })
export class CreateCompanyPayload extends Payload {
  @Field(() => Company, { nullable: true, description: 'The new company.' })
  company?: Company | null;
}

@ObjectType({ simpleResolvers: true })
abstract class ChangedCompanyPayload extends Payload {
  @Field(() => Company, { nullable: true, description: 'The company as it is now.' })
  company?: Company | null;
}

@ObjectType({ simpleResolvers: true, description: 'Answer of updateCompany.' })
export class UpdateCompanyPayload extends ChangedCompanyPayload {}

@ObjectType({ simpleResolvers: true, description: 'Answer of completeCompanyLogoUpload.' })
export class CompleteCompanyLogoUploadPayload extends ChangedCompanyPayload {}

@ObjectType({ simpleResolvers: true, description: 'Answer of deleteCompanyLogo.' })
export class DeleteCompanyLogoPayload extends ChangedCompanyPayload {}
