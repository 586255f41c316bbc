import { FieldResolver, Resolver, Root } from 'type-graphql';
import { Application } from './application.entity.js';
import { Candidate } from './candidate.entity.js';

@Resolver(() => Application)
export class ApplicationResolver {
  @FieldResolver(() => Candidate, { nullable: true })
  candidate(@Root() application: Application): Promise<Candidate | null> {
    return application.candidate.load();
  }
}

@Resolver(() => Candidate)
export class CandidateResolver {
  @FieldResolver(() => String, { nullable: true })
  async firstName(@Root() candidate: Candidate): Promise<string | undefined> {
    return (await candidate.user.load())?.firstName;
  }

  @FieldResolver(() => String, { nullable: true })
  async lastName(@Root() candidate: Candidate): Promise<string | undefined> {
    return (await candidate.user.load())?.lastName;
  }
}
