import { Field, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../graphql/connection.js';
import { JobFacets } from './job-facets.type.js';
import { Job } from './job.entity.js';

@ObjectType({ simpleResolvers: true, description: 'A piece of a text. All pieces joined are the text.' })
export class TextSegment {
  @Field(() => String, { description: 'Plain text: escape it like any other before it goes into HTML.' })
  text!: string;

  @Field(() => Boolean, { description: 'Whether this piece is a word that was searched for.' })
  isMatch!: boolean;
}

@ObjectType({ simpleResolvers: true, description: 'Where a job has the words that were searched for.' })
export class JobHighlights {
  @Field(() => [TextSegment], { description: 'The whole title.' })
  title!: TextSegment[];

  @Field(() => [TextSegment], {
    description:
      'The parts of the description around matching words, else its beginning; " … " stands between parts.',
  })
  description!: TextSegment[];
}

@ObjectType({ simpleResolvers: true, description: 'One of the jobs of a page.' })
export class JobSearchEdge {
  @Field(() => String, { description: 'Send it as `after` or `before` to continue from here. Opaque.' })
  cursor!: string;

  @Field(() => Job, { description: 'The item itself.' })
  node!: Job;

  /** What the page was searched for, typos mended; its resolver highlights these words. */
  words!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'A page of the jobs a search found.' })
export class JobSearchConnection {
  @Field(() => Int, { description: 'How many jobs there are on all pages together.' })
  totalCount!: number | undefined;

  @Field(() => [JobSearchEdge], { description: 'The jobs of this page, in order.' })
  edges!: JobSearchEdge[];

  @Field(() => PageInfo, { description: 'How to go on from here.' })
  pageInfo!: PageInfo;

  @Field(() => String, {
    nullable: true,
    description:
      'Set when no job has the words of `search` and typos were mended: what was searched for instead.',
  })
  searchedFor!: string | null;

  @Field(() => JobFacets, {
    description:
      'Counts of what the search could be narrowed down to. Without `search` they may be ten seconds old.',
  })
  facets!: JobFacets | undefined;
}
