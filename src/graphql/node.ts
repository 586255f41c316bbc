import type { Opt } from '@mikro-orm/core';
import { PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, InterfaceType } from 'type-graphql';
import { v7 as uuidv7 } from 'uuid';

/**
 * What every stored object has. In the database `id` is a UUIDv7; at the GraphQL boundary it becomes a typed id
 * such as `job_01j…` (see ids.ts).
 */
@InterfaceType({
  description: 'An object that can be fetched again by its global id, with the `node` query.',
})
export abstract class Node {
  @Field(() => ID, { description: 'Global id. Opaque: keep it and send it back, never build one.' })
  @PrimaryKey({ type: 'uuid' })
  id: Opt<string> = uuidv7();

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  createdAt!: Opt<Date>;
}
