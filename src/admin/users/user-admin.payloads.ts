import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Payload } from '../../graphql/payload.js';
import { User } from '../../users/user.entity.js';

@ObjectType({ simpleResolvers: true })
abstract class UserPayload extends Payload {
  @Field(() => User, { nullable: true, description: 'The user as they are now.' })
  user?: User | null;
}

@ObjectType({ simpleResolvers: true, description: 'Answer of deactivateUser.' })
export class DeactivateUserPayload extends UserPayload {}

@ObjectType({ simpleResolvers: true, description: 'Answer of activateUser.' })
export class ActivateUserPayload extends UserPayload {}

@ObjectType({ simpleResolvers: true, description: 'Answer of signOutUser.' })
export class SignOutUserPayload extends Payload {
  @Field(() => Int, {
    nullable: true,
    description: 'How many sessions ended. Null when it was refused.',
  })
  endedSessions?: number | null;
}

@ObjectType({ simpleResolvers: true, description: 'Answer of sendPasswordReset.' })
export class SendPasswordResetPayload extends Payload {
  @Field(() => Boolean, {
    nullable: true,
    description:
      'True once the mail is on its way; of more than 3 in an hour the rest is not sent. Null when it was refused.',
  })
  success?: boolean | null;
}

@ObjectType({ simpleResolvers: true, description: 'Answer of deleteUser.' })
export class DeleteUserPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'Id of the user who is gone, for clearing caches.' })
  deletedUserId?: string | null;
}
