import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Context } from './context.js';
import { badInput } from './errors.js';
import { parseGlobalId, type NodeType } from './ids.js';
import { Node } from './node.js';

/** How to find an object of each type, as far as the viewer may see it. */
export type NodeFinders = Record<NodeType, (ctx: Context, uuid: string) => Promise<Node | null>>;

@Resolver()
export class NodeResolver {
  constructor(private readonly finders: NodeFinders) {}

  @Query(() => Node, {
    nullable: true,
    description: 'Any object by its global id; null when there is none, or none the viewer may see.',
  })
  async node(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'Global id of the object.' }) id: string,
  ): Promise<Node | null> {
    const parsed = parseGlobalId(id);
    if (!parsed) throw badInput('Not a global id.');
    const found = await this.finders[parsed.type](ctx, parsed.uuid);
    return found && Object.assign(found, { __typename: parsed.type });
  }
}
