import { Query, Resolver } from 'type-graphql';

@Resolver()
export class PingResolver {
  @Query(() => String, {
    description: 'Answers "pong" without touching the database: for checking that requests arrive.',
  })
  ping(): string {
    return 'pong';
  }
}
