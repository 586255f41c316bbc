import { Field, Float, Int, ObjectType } from 'type-graphql';
import { ApplicationSource } from './application.enums.js';

@ObjectType({ simpleResolvers: true, description: 'How many applications came through one source.' })
export class ApplicationSourceCount {
  @Field(() => ApplicationSource, { description: 'How the candidates found the job.' })
  source!: ApplicationSource;

  @Field(() => Int, { description: 'Applications that came this way, whatever became of them.' })
  count!: number;

  @Field(() => Float, { description: 'Their part of all applications counted: 0 to 1.' })
  share!: number;
}
