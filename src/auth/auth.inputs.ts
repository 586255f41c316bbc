import { IsEmail, IsOptional, Length, MaxLength } from 'class-validator';
import { Field, InputType, registerEnumType } from 'type-graphql';
import { PASSWORD_RULES } from './password-rules.js';
import { Verbatim } from '../graphql/verbatim.js';
import { NameInput } from '../users/user.inputs.js';

export enum SignUpRole {
  CANDIDATE = 'CANDIDATE',
  EMPLOYER = 'EMPLOYER',
}

registerEnumType(SignUpRole, {
  name: 'SignUpRole',
  description: 'The roles one can sign up for.',
  valuesConfig: {
    CANDIDATE: { description: 'To look for jobs and apply.' },
    EMPLOYER: { description: 'To publish jobs for a company.' },
  },
});

export const MAX_EMAIL_LENGTH = 254;

/** Far beyond what the rules allow; keeps the check itself cheap. */
export const MAX_PASSWORD_LENGTH = 1000;
export const MAX_TOKEN_LENGTH = 2000;

@InputType({ description: 'Who wants an account.' })
export class SignUpInput extends NameInput {
  @Field(() => String, { description: 'The address to sign in with. Upper and lower case are the same.' })
  @MaxLength(MAX_EMAIL_LENGTH)
  @IsEmail({}, { message: 'email must be an e-mail address' })
  email!: string;

  @Field(() => String, { description: PASSWORD_RULES })
  @Verbatim()
  @MaxLength(MAX_PASSWORD_LENGTH)
  password!: string;

  @Field(() => SignUpRole, { description: 'What the account is for. It cannot be changed later.' })
  role!: SignUpRole;

  @Field(() => String, {
    nullable: true,
    description:
      'The `token` of an invitation to a company that came to this address by mail. An employer who sends it joins the company, and their address counts as verified.',
  })
  @IsOptional()
  @Length(1, MAX_TOKEN_LENGTH)
  invitationToken?: string | null;
}

@InputType({ description: 'Credentials of a user.' })
export class SignInInput {
  @Field(() => String, { description: 'The address of the account. Upper and lower case are the same.' })
  @Length(1, MAX_EMAIL_LENGTH)
  email!: string;

  @Field(() => String, { description: 'The password of the account.' })
  @Verbatim()
  @Length(1, MAX_PASSWORD_LENGTH)
  password!: string;
}

@InputType({ description: 'A refresh token to exchange.' })
export class RefreshTokenInput {
  @Field(() => String, {
    description: 'The refresh token of the last answer to signUp, signIn or refreshToken.',
  })
  @Length(1, MAX_TOKEN_LENGTH)
  refreshToken!: string;
}
