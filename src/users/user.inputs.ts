import { Length } from 'class-validator';
import { Field, InputType } from 'type-graphql';

const MAX_NAME_LENGTH = 100;

@InputType({ description: 'What the viewer is called.' })
export class UpdateMyNameInput {
  @Field(() => String, { description: 'Given name, 1 to 100 characters.' })
  @Length(1, MAX_NAME_LENGTH)
  firstName!: string;

  @Field(() => String, { description: 'Family name, 1 to 100 characters.' })
  @Length(1, MAX_NAME_LENGTH)
  lastName!: string;
}
