import { Length } from 'class-validator';
import { Field, InputType } from 'type-graphql';

const MAX_NAME_LENGTH = 100;

/** What everybody is called; part of each input that tells it. */
@InputType({ description: 'A name.' })
export abstract class NameInput {
  @Field(() => String, { description: 'Given name, 1 to 100 characters.' })
  @Length(1, MAX_NAME_LENGTH)
  firstName!: string;

  @Field(() => String, { description: 'Family name, 1 to 100 characters.' })
  @Length(1, MAX_NAME_LENGTH)
  lastName!: string;
}

@InputType({ description: 'What the viewer is called.' })
export class UpdateMyNameInput extends NameInput {}
