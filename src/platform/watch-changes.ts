import type {
  EntityManager,
  EventArgs,
  EventSubscriber,
  MikroORM,
  TransactionEventArgs,
} from '@mikro-orm/postgresql';

/**
 * Calls a function after each transaction with the names of the entities it wrote through the unit of work, before
 * whoever began the transaction goes on. What is written by plain SQL is not heard of.
 */
export function watchChanges(orm: MikroORM, tell: (names: readonly string[]) => void): void {
  orm.em.getEventManager().registerSubscriber(new ChangeWatcher(tell));
}

class ChangeWatcher implements EventSubscriber {
  readonly #written = new WeakMap<EntityManager, Set<string>>();

  constructor(private readonly tell: (names: readonly string[]) => void) {}

  afterCreate(args: EventArgs<unknown>): void {
    this.#note(args);
  }

  afterUpdate(args: EventArgs<unknown>): void {
    this.#note(args);
  }

  afterDelete(args: EventArgs<unknown>): void {
    this.#note(args);
  }

  afterTransactionCommit({ em }: TransactionEventArgs): void {
    const written = this.#written.get(em as EntityManager);
    if (written) this.tell([...written]);
    this.#written.delete(em as EntityManager);
  }

  #note({ em, meta }: EventArgs<unknown>): void {
    const written = this.#written.get(em as EntityManager) ?? new Set();
    this.#written.set(em as EntityManager, written.add(meta.className));
  }
}
