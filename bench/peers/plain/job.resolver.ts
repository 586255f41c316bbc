import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { Application } from './application.entity.js';
import { Company } from './company.entity.js';
import { connectionOf, connectionType, type Connection } from './connection.js';
import type { Context } from './context.js';
import { Job } from './job.entity.js';
import { JobSearchConnection } from './job-search.type.js';
import { openJobs, searchJobs } from './search-jobs.js';

const ApplicationConnection = connectionType('Application', Application);

@Resolver(() => Job)
export class JobResolver {
  @Query(() => JobSearchConnection)
  async jobs(
    @Ctx() { em }: Context,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('search', () => String, { nullable: true }) search?: string,
  ): Promise<JobSearchConnection> {
    const jobs = await em.find(Job, search === undefined ? openJobs() : searchJobs(search), {
      orderBy: { postedAt: 'desc', id: 'desc' },
      limit: first,
    });
    return Object.assign(new JobSearchConnection(), connectionOf(jobs), { search });
  }

  @FieldResolver(() => Company, { nullable: true })
  company(@Root() job: Job): Promise<Company | null> {
    return job.company.load();
  }

  @FieldResolver(() => ApplicationConnection)
  async applications(
    @Root() job: Job,
    @Ctx() { em }: Context,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
  ): Promise<Connection<Application>> {
    const orderBy = { createdAt: 'desc', id: 'desc' } as const;
    return connectionOf(await em.find(Application, { job }, { orderBy, limit: first }));
  }
}
