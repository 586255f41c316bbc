import { Field, ID, ObjectType } from 'type-graphql';
import { Payload } from '../../graphql/payload.js';
import { Employer } from '../employer.entity.js';

@ObjectType({ simpleResolvers: true, description: 'Answer of setMemberPermissions.' })
export class SetMemberPermissionsPayload extends Payload {
  @Field(() => Employer, { nullable: true, description: 'The member with the permissions they have now.' })
  employer?: Employer | null;
}

@ObjectType({ simpleResolvers: true, description: 'Answer of handOverCompanyAdmin.' })
export class HandOverCompanyAdminPayload extends Payload {
  @Field(() => Employer, { nullable: true, description: 'Who is company admin now.' })
  employer?: Employer | null;
}

@ObjectType({ simpleResolvers: true, description: 'Answer of removeMember.' })
export class RemoveMemberPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'Id of the employer who is a member no longer.' })
  removedEmployerId?: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'Answer of leaveCompany.' })
export class LeaveCompanyPayload extends Payload {
  @Field(() => Employer, { nullable: true, description: 'The viewer, of no company now.' })
  employer?: Employer | null;
}
