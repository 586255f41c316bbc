import { IsEmail, IsOptional, Length, MaxLength } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { Verbatim } from '../../graphql/verbatim.js';
import { MAX_EMAIL_LENGTH, MAX_PASSWORD_LENGTH, MAX_TOKEN_LENGTH } from '../auth.inputs.js';

@InputType({ description: 'Another address for the viewer.' })
export class ChangeEmailInput {
  @Field(() => String, { description: 'The address to sign in with from then on.' })
  @MaxLength(MAX_EMAIL_LENGTH)
  @IsEmail({}, { message: 'newEmail must be an e-mail address' })
  newEmail!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The password of the account. Left out for an account without one; that takes a sign-in of the last 10 minutes.',
  })
  @Verbatim()
  @IsOptional()
  @MaxLength(MAX_PASSWORD_LENGTH)
  currentPassword?: string | null;
}

@InputType({ description: 'Proof that somebody reads the mails of an address.' })
export class VerifyEmailInput {
  @Field(() => String, { description: 'The `token` of the link in the mail. Good for 24 hours, and once.' })
  @Length(1, MAX_TOKEN_LENGTH)
  token!: string;
}
