import type { GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { ApplicationResolver, CandidateResolver } from './application.resolver.js';
import { CompanyResolver } from './company.resolver.js';
import { JobResolver } from './job.resolver.js';
import { JobSearchResolver } from './job-search.resolver.js';

export function plainSchema(): Promise<GraphQLSchema> {
  return buildSchema({
    resolvers: [ApplicationResolver, CandidateResolver, CompanyResolver, JobResolver, JobSearchResolver],
  });
}
