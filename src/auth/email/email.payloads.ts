import { Field, ObjectType } from 'type-graphql';
import { Payload } from '../../graphql/payload.js';

@ObjectType({ simpleResolvers: true, description: 'Answer of changeEmail.' })
export class ChangeEmailPayload extends Payload {
  @Field(() => String, {
    nullable: true,
    description:
      'The address that was sent a mail, and takes effect once its link is followed. Null when the change was refused.',
  })
  pendingEmail?: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'Answer of verifyEmail.' })
export class VerifyEmailPayload extends Payload {
  @Field(() => String, {
    nullable: true,
    description:
      'The address that is verified now, and that the account has. Null when the token was refused.',
  })
  email?: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'Answer of requestEmailVerification.' })
export class RequestEmailVerificationPayload {
  @Field(() => Boolean, {
    description: 'True when a mail is on its way; false when the address has been verified already.',
  })
  isSent!: boolean;
}
