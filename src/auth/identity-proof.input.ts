import { IsOptional, MaxLength } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { Verbatim } from '../graphql/verbatim.js';
import { MAX_PASSWORD_LENGTH } from './auth.inputs.js';

/** What confirm-identity.ts asks for; part of each input of an act that needs it. */
@InputType({ description: 'Proof that it is the viewer who asks.' })
export abstract class IdentityProofInput {
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
