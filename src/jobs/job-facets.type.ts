import { Field, Int, ObjectType } from 'type-graphql';
import { JobType, LocationType } from './job.enums.js';

const COUNT = { description: 'How many jobs have it.' };

@ObjectType({ simpleResolvers: true, description: 'How many jobs of a search are of a kind of employment.' })
export class JobTypeCount {
  @Field(() => JobType, { description: 'Kind of employment.' })
  value!: JobType;

  @Field(() => Int, COUNT)
  count!: number;
}

@ObjectType({ simpleResolvers: true, description: 'How many jobs of a search are done in such a place.' })
export class LocationTypeCount {
  @Field(() => LocationType, { description: 'Where the work is done.' })
  value!: LocationType;

  @Field(() => Int, COUNT)
  count!: number;
}

@ObjectType({ simpleResolvers: true, description: 'How many jobs have a country or a language.' })
export class CodeCount {
  @Field(() => String, {
    description:
      'A country, ISO 3166-1 alpha-2 such as "GA", or a language, ISO 639-1 such as "fr": whichever is counted.',
  })
  value!: string;

  @Field(() => Int, COUNT)
  count!: number;
}

@ObjectType({ simpleResolvers: true, description: 'How many jobs of a search a company offers.' })
export class CompanyCount {
  /** The company's UUID; its resolver loads it. */
  value!: string;

  @Field(() => Int, COUNT)
  count!: number;
}

@ObjectType({
  simpleResolvers: true,
  description:
    'What a search could be narrowed down to: for each filter its values with the number of jobs, most first. A filter does not count against itself: while `type` is filtered, `type` still shows what the other types would bring. Values without any job are left out.',
})
export class JobFacets {
  @Field(() => [JobTypeCount], { description: 'By kind of employment.' })
  type!: JobTypeCount[];

  @Field(() => [LocationTypeCount], { description: 'By where the work is done.' })
  locationType!: LocationTypeCount[];

  @Field(() => [CodeCount], {
    description: 'By country of the place of work; jobs without one are not in it.',
  })
  country!: CodeCount[];

  @Field(() => [CodeCount], { description: 'By language; jobs without one are not in it.' })
  language!: CodeCount[];

  @Field(() => [CompanyCount], { description: 'The ten companies with the most jobs.' })
  company!: CompanyCount[];
}
