import { Field, ObjectType } from 'type-graphql';
import { UserError } from './user-error.js';

/** What every mutation answers besides its result. */
@ObjectType({ simpleResolvers: true })
export abstract class Payload {
  @Field(() => [UserError], {
    description: 'Empty when the mutation was carried out; otherwise why it was not, and nothing changed.',
  })
  userErrors!: UserError[];
}
