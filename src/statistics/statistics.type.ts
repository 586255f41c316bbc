import { Field, Int, ObjectType } from 'type-graphql';
import { CodeCount, JobTypeCount, LocationTypeCount } from '../jobs/job-facets.type.js';

@ObjectType({ simpleResolvers: true, description: 'How many public jobs an industry offers.' })
export class IndustryCount {
  @Field(() => String, { description: 'Industry, as companies name it.' })
  value!: string;

  @Field(() => Int, { description: 'How many jobs.' })
  count!: number;
}

@ObjectType({
  simpleResolvers: true,
  description: 'The public jobs at large, most first in each list. May be a minute old.',
})
export class MarketStatistics {
  @Field(() => Int, { description: 'Public jobs.' })
  activeJobs!: number;

  @Field(() => [CodeCount], {
    description: 'By country of the place of work; jobs without one are not in it.',
  })
  byCountry!: CodeCount[];

  @Field(() => [JobTypeCount], { description: 'By kind of employment.' })
  byType!: JobTypeCount[];

  @Field(() => [LocationTypeCount], { description: 'By where the work is done.' })
  byLocationType!: LocationTypeCount[];

  @Field(() => [IndustryCount], {
    description:
      'By industry of the company, the 20 with the most jobs; jobs of companies without one are not in it.',
  })
  byIndustry!: IndustryCount[];
}

@ObjectType({ simpleResolvers: true, description: 'The platform in four numbers. May be a minute old.' })
export class PublicStatistics {
  @Field(() => Int, { description: 'Candidates.' })
  candidates!: number;

  @Field(() => Int, { description: 'Companies.' })
  companies!: number;

  @Field(() => Int, { description: 'Public jobs.' })
  activeJobs!: number;

  @Field(() => Int, { description: 'Applications sent so far, whatever became of them.' })
  applications!: number;
}
