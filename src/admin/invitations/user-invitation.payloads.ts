import { Field, ID, ObjectType } from 'type-graphql';
import { SessionPayload } from '../../auth/auth.payloads.js';
import { Payload } from '../../graphql/payload.js';
import { UserInvitation } from './user-invitation.entity.js';

@ObjectType({ simpleResolvers: true })
abstract class UserInvitationPayload extends Payload {
  @Field(() => UserInvitation, { nullable: true, description: 'The invitation as it is now.' })
  invitation?: UserInvitation | null;
}

@ObjectType({ simpleResolvers: true, description: 'Answer of inviteUser.' })
export class InviteUserPayload extends UserInvitationPayload {}

@ObjectType({ simpleResolvers: true, description: 'Answer of resendUserInvitation.' })
export class ResendUserInvitationPayload extends UserInvitationPayload {}

@ObjectType({ simpleResolvers: true, description: 'Answer of cancelUserInvitation.' })
export class CancelUserInvitationPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'Id of the invitation that is gone, for clearing caches.' })
  cancelledInvitationId?: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'Answer of acceptUserInvitation.' })
export class AcceptUserInvitationPayload extends SessionPayload {}
