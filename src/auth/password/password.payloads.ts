import { Field, Int, ObjectType } from 'type-graphql';
import { Payload } from '../../graphql/payload.js';

@ObjectType({ simpleResolvers: true, description: 'Answer of changePassword.' })
export class ChangePasswordPayload extends Payload {
  @Field(() => Int, {
    nullable: true,
    description: 'How many sessions on other devices ended by it. Null when the change was refused.',
  })
  endedSessions?: number | null;
}

@ObjectType({ simpleResolvers: true, description: 'Answer of requestPasswordReset.' })
export class RequestPasswordResetPayload extends Payload {
  @Field(() => Boolean, {
    nullable: true,
    description:
      'True whether or not an account has the address: if one has, a mail is on its way. Null when the address is none.',
  })
  success?: boolean | null;
}

@ObjectType({ simpleResolvers: true, description: 'Answer of resetPassword.' })
export class ResetPasswordPayload extends Payload {
  @Field(() => Boolean, {
    nullable: true,
    description: 'True once the new password is set: sign in with it. Null when that was refused.',
  })
  success?: boolean | null;
}
