import type { EntityManager } from '@mikro-orm/postgresql';

/** One fork of the entity manager per request, as MikroORM's guide asks for. */
export interface Context {
  em: EntityManager;
}
