import { Field, ObjectType } from 'type-graphql';
import { Payload } from '../../graphql/payload.js';

@ObjectType({ simpleResolvers: true, description: 'Answer of deleteAccount.' })
export class DeleteAccountPayload extends Payload {
  @Field(() => Boolean, {
    nullable: true,
    description: 'True once the account is gone. Null when that was refused.',
  })
  success?: boolean | null;
}
