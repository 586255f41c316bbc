import { IsEmail, IsOptional, Length, MaxLength } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { Verbatim } from '../../graphql/verbatim.js';
import { MAX_EMAIL_LENGTH, MAX_PASSWORD_LENGTH, MAX_TOKEN_LENGTH } from '../auth.inputs.js';
import { PASSWORD_RULES } from '../password-rules.js';

@InputType({ description: 'Another password for the viewer.' })
export class ChangePasswordInput {
  @Field(() => String, {
    nullable: true,
    description:
      'The password until now. Left out for an account that has none yet; that takes a sign-in of the last 10 minutes.',
  })
  @Verbatim()
  @IsOptional()
  @MaxLength(MAX_PASSWORD_LENGTH)
  currentPassword?: string | null;

  @Field(() => String, { description: PASSWORD_RULES })
  @Verbatim()
  @MaxLength(MAX_PASSWORD_LENGTH)
  newPassword!: string;
}

@InputType({ description: 'Who forgot a password.' })
export class RequestPasswordResetInput {
  @Field(() => String, { description: 'The address of the account.' })
  @MaxLength(MAX_EMAIL_LENGTH)
  @IsEmail({}, { message: 'email must be an e-mail address' })
  email!: string;
}

@InputType({ description: 'A new password for whoever got the mail.' })
export class ResetPasswordInput {
  @Field(() => String, { description: 'The `token` of the link in the mail. Good for 24 hours, and once.' })
  @Length(1, MAX_TOKEN_LENGTH)
  token!: string;

  @Field(() => String, { description: PASSWORD_RULES })
  @Verbatim()
  @MaxLength(MAX_PASSWORD_LENGTH)
  newPassword!: string;
}
