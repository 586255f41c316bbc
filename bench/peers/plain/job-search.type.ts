import { Field, Int, ObjectType } from 'type-graphql';
import { connectionType } from './connection.js';
import { Job } from './job.entity.js';

@ObjectType()
export class FacetCount {
  @Field(() => String)
  value!: string;

  @Field(() => Int)
  count!: number;
}

@ObjectType()
export class JobFacets {
  @Field(() => [FacetCount])
  type!: FacetCount[];

  @Field(() => [FacetCount])
  locationType!: FacetCount[];

  @Field(() => [FacetCount])
  country!: FacetCount[];
}

@ObjectType()
export class JobSearchConnection extends connectionType('JobSearch', Job) {
  search?: string;
}
