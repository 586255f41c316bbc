import { Field, ObjectType } from 'type-graphql';
import { CompanyInvitation } from '../../companies/company-invitation.entity.js';
import { Payload } from '../../graphql/payload.js';
import { Employer } from '../employer.entity.js';

@ObjectType({ simpleResolvers: true })
abstract class CompanyInvitationPayload extends Payload {
  @Field(() => CompanyInvitation, { nullable: true, description: 'The invitation as it is now.' })
  invitation?: CompanyInvitation | null;
}

@ObjectType({ simpleResolvers: true, description: 'Answer of inviteMember.' })
export class InviteMemberPayload extends CompanyInvitationPayload {}

@ObjectType({ simpleResolvers: true, description: 'Answer of resendCompanyInvitation.' })
export class ResendCompanyInvitationPayload extends CompanyInvitationPayload {}

@ObjectType({ simpleResolvers: true, description: 'Answer of cancelCompanyInvitation.' })
export class CancelCompanyInvitationPayload extends CompanyInvitationPayload {}

@ObjectType({ simpleResolvers: true, description: 'Answer of acceptCompanyInvitation.' })
export class AcceptCompanyInvitationPayload extends Payload {
  @Field(() => Employer, { nullable: true, description: 'The viewer, now a member of the company.' })
  employer?: Employer | null;
}
