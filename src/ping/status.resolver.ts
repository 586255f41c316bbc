import { Ctx, Directive, Query, Resolver } from 'type-graphql';
import type { Context } from '../graphql/context.js';
import type { PublicCache } from '../platform/cache.js';
import { PartStatus, ServiceStatus } from './service-status.type.js';

/** What the server knows of itself. */
export interface Service {
  version: string;
  startedAt: Date;
  /** `ok` for each part that answers; a part that is not there is not used. */
  check(): Promise<Record<string, string>>;
}

/** Checks reach the database: asked often, they are answered from memory. */
const AGE = { fresh: 5000, usable: 5000 };

@Resolver()
export class StatusResolver {
  constructor(
    private readonly service: Service,
    private readonly cache: PublicCache,
  ) {}

  @Query(() => ServiceStatus, {
    nullable: true,
    description: 'How the service is: for status pages. Load balancers ask `/readyz` instead.',
  })
  @Directive('@rateLimit(limit: 30, duration: 60)')
  async status(@Ctx() { clock }: Context): Promise<ServiceStatus> {
    const { version, startedAt } = this.service;
    const checks = await this.cache.get('service checks', AGE, () => this.service.check());
    const time = clock.now();
    return {
      version,
      time,
      uptimeSeconds: Math.floor((time.getTime() - startedAt.getTime()) / 1000),
      database: partStatus(checks['database']),
      redis: partStatus(checks['redis']),
    };
  }
}

function partStatus(check: string | undefined): PartStatus {
  if (check === undefined) return PartStatus.NOT_USED;
  return check === 'ok' ? PartStatus.OK : PartStatus.UNAVAILABLE;
}
