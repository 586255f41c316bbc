import { Field, ObjectType, type ClassType } from 'type-graphql';

export interface Connection<Item> {
  edges: { node: Item }[];
}

export function connectionOf<Item>(items: Item[]): Connection<Item> {
  return { edges: items.map((node) => ({ node })) };
}

/** TypeGraphQL's recipe for generic types. */
export function connectionType<Item extends object>(name: string, item: ClassType<Item>) {
  @ObjectType(`${name}Edge`)
  class Edge {
    @Field(() => item)
    node!: Item;
  }

  @ObjectType(`${name}Connection`)
  class ConnectionClass implements Connection<Item> {
    @Field(() => [Edge])
    edges!: Edge[];
  }
  return ConnectionClass;
}
