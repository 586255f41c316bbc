import { Field, ID, ObjectType } from 'type-graphql';
import { Payload } from '../graphql/payload.js';
import { ApplicationNote } from './application-note.entity.js';

@ObjectType({ simpleResolvers: true })
abstract class ApplicationNotePayload extends Payload {
  @Field(() => ApplicationNote, { nullable: true, description: 'The note as it is now.' })
  note?: ApplicationNote | null;
}

@ObjectType({ simpleResolvers: true, description: 'Answer of addApplicationNote.' })
export class AddApplicationNotePayload extends ApplicationNotePayload {}

@ObjectType({ simpleResolvers: true, description: 'Answer of updateApplicationNote.' })
export class UpdateApplicationNotePayload extends ApplicationNotePayload {}

@ObjectType({ simpleResolvers: true, description: 'Answer of deleteApplicationNote.' })
export class DeleteApplicationNotePayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'Id of the note that is gone.' })
  deletedNoteId?: string | null;
}
