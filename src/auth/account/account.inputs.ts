import { IsOptional, MaxLength } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { Verbatim } from '../../graphql/verbatim.js';
import { MAX_PASSWORD_LENGTH } from '../auth.inputs.js';

@InputType({ description: 'Proof that it is the viewer who wants to leave.' })
export class DeleteAccountInput {
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
