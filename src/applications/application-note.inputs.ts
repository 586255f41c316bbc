import { Length } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'A note to keep with an application.' })
export class AddApplicationNoteInput {
  @Field(() => ID, { description: 'Id of the application.' })
  applicationId!: string;

  @Field(() => String, {
    description: 'The note, 1 to 5,000 characters. The candidate never sees it.',
  })
  @Length(1, 5000)
  body!: string;
}

@InputType({ description: 'Other words for a note.' })
export class UpdateApplicationNoteInput {
  @Field(() => ID, { description: 'Id of a note the viewer has written.' })
  noteId!: string;

  @Field(() => String, { description: 'What it shall say, 1 to 5,000 characters.' })
  @Length(1, 5000)
  body!: string;
}

@InputType({ description: 'A note to remove.' })
export class DeleteApplicationNoteInput {
  @Field(() => ID, { description: 'Id of the note.' })
  noteId!: string;
}
