import { IsEmail, Length, MaxLength } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { MAX_EMAIL_LENGTH, MAX_TOKEN_LENGTH } from '../auth.inputs.js';
import { IdentityProofInput } from '../identity-proof.input.js';

@InputType({ description: 'Another address for the viewer.' })
export class ChangeEmailInput extends IdentityProofInput {
  @Field(() => String, { description: 'The address to sign in with from then on.' })
  @MaxLength(MAX_EMAIL_LENGTH)
  @IsEmail({}, { message: 'newEmail must be an e-mail address' })
  newEmail!: string;
}

@InputType({ description: 'Proof that somebody reads the mails of an address.' })
export class VerifyEmailInput {
  @Field(() => String, { description: 'The `token` of the link in the mail. Good for 24 hours, and once.' })
  @Length(1, MAX_TOKEN_LENGTH)
  token!: string;
}
