import { IsEmail, Length, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { MAX_EMAIL_LENGTH, MAX_PASSWORD_LENGTH, MAX_TOKEN_LENGTH } from '../../auth/auth.inputs.js';
import { PASSWORD_RULES } from '../../auth/password-rules.js';
import { Role } from '../../graphql/role.js';
import { Verbatim } from '../../graphql/verbatim.js';
import { NameInput } from '../../users/user.inputs.js';

@InputType({ description: 'Who is to open an account.' })
export class InviteUserInput extends NameInput {
  @Field(() => String, { description: 'The address the invitation goes to, and to sign in with later.' })
  @MaxLength(MAX_EMAIL_LENGTH)
  @IsEmail({}, { message: 'email must be an e-mail address' })
  email!: string;

  @Field(() => Role, { description: 'What the account is for. It cannot be changed later.' })
  role!: Role;
}

@InputType({ description: 'Which invitation to open an account.' })
export class UserInvitationIdInput {
  @Field(() => ID, { description: 'Id of the invitation.' })
  invitationId!: string;
}

@InputType({ description: 'The answer to an invitation.' })
export class AcceptUserInvitationInput {
  @Field(() => String, { description: 'The `token` of the link in the mail. Good for 7 days, and once.' })
  @Length(1, MAX_TOKEN_LENGTH)
  token!: string;

  @Field(() => String, { description: PASSWORD_RULES })
  @Verbatim()
  @MaxLength(MAX_PASSWORD_LENGTH)
  password!: string;
}
