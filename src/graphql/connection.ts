import { Field, Int, ObjectType, type ClassType } from 'type-graphql';

@ObjectType({ simpleResolvers: true, description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'More items follow `endCursor`.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Items precede `startCursor`.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first item; null for an empty page.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last item; null for an empty page.' })
  endCursor!: string | null;
}

/** One page of a list, in the shape of a Relay connection. */
export interface Connection<Row> {
  /** Undefined unless the operation asked for it: counting is not free. */
  totalCount: number | undefined;
  edges: { cursor: string; node: Row }[];
  pageInfo: PageInfo;
}

/** Makes the types `<Name>Connection` and `<Name>Edge` for a list of `nodeType`. */
export function connectionType<Row extends object>(
  name: string,
  items: string,
  nodeType: () => ClassType<Row>,
): ClassType<Connection<Row>> {
  @ObjectType(`${name}Edge`, { simpleResolvers: true, description: `One of the ${items} of a page.` })
  class Edge {
    @Field(() => String, { description: 'Send it as `after` or `before` to continue from here. Opaque.' })
    cursor!: string;

    @Field(nodeType, { description: 'The item itself.' })
    node!: Row;
  }

  @ObjectType(`${name}Connection`, { simpleResolvers: true, description: `A page of ${items}.` })
  class PageOfNodes {
    @Field(() => Int, { description: `How many ${items} there are on all pages together.` })
    totalCount!: number;

    @Field(() => [Edge], { description: `The ${items} of this page, in order.` })
    edges!: Edge[];

    @Field(() => PageInfo, { description: 'How to go on from here.' })
    pageInfo!: PageInfo;
  }

  return PageOfNodes;
}
