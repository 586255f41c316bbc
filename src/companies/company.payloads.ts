import { Field, ObjectType } from 'type-graphql';
import { Payload } from '../graphql/payload.js';
import { Company } from './company.entity.js';

@ObjectType({ simpleResolvers: true, description: 'Answer of createCompany.' })
export class CreateCompanyPayload extends Payload {
  @Field(() => Company, { nullable: true, description: 'The new company.' })
  company?: Company | null;
}
