import { IsEmail, Length, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { MAX_EMAIL_LENGTH, MAX_TOKEN_LENGTH } from '../../auth/auth.inputs.js';

@InputType({ description: 'Whom to invite, and what they will be allowed to do.' })
export class InviteMemberInput {
  @Field(() => String, {
    description: 'Address to send the invitation to. Whoever joins must have it as theirs.',
  })
  @MaxLength(MAX_EMAIL_LENGTH)
  @IsEmail({}, { message: 'email must be an e-mail address' })
  email!: string;

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Will be allowed to create, edit, publish and close jobs of the company.',
  })
  canCreateJobs!: boolean;

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Will be allowed to read and move the applications to jobs of the company.',
  })
  canManageCandidates!: boolean;
}

@InputType({ description: 'Which invitation.' })
abstract class InvitationIdInput {
  @Field(() => ID, { description: "Id of an open invitation of the viewer's company." })
  invitationId!: string;
}

@InputType({ description: 'Which invitation to send once more.' })
export class ResendCompanyInvitationInput extends InvitationIdInput {}

@InputType({ description: 'Which invitation to take back.' })
export class CancelCompanyInvitationInput extends InvitationIdInput {}

@InputType({ description: 'An invitation to accept.' })
export class AcceptCompanyInvitationInput {
  @Field(() => String, { description: 'The `token` of the link in the mail. Good for 7 days, and once.' })
  @Length(1, MAX_TOKEN_LENGTH)
  token!: string;
}
