import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { Company } from './company.entity.js';
import { connectionOf, connectionType, type Connection } from './connection.js';
import type { Context } from './context.js';
import { Job } from './job.entity.js';
import { openJobs } from './search-jobs.js';

const CompanyConnection = connectionType('Company', Company);
const JobConnection = connectionType('Job', Job);

@Resolver(() => Company)
export class CompanyResolver {
  @Query(() => CompanyConnection)
  async companies(
    @Ctx() { em }: Context,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
  ): Promise<Connection<Company>> {
    const orderBy = { createdAt: 'desc', id: 'desc' } as const;
    return connectionOf(await em.find(Company, {}, { orderBy, limit: first }));
  }

  /** A DataLoader would read all jobs of each company to show ten of them: one statement per company it is. */
  @FieldResolver(() => JobConnection)
  async jobs(
    @Root() company: Company,
    @Ctx() { em }: Context,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
  ): Promise<Connection<Job>> {
    const orderBy = { postedAt: 'desc', id: 'desc' } as const;
    return connectionOf(await em.find(Job, { $and: [openJobs(), { company }] }, { orderBy, limit: first }));
  }
}
