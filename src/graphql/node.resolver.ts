import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Context } from './context.js';
import { badInput } from './errors.js';
import { parseGlobalId, type NodeType } from './ids.js';
import { Node } from './node.js';
import { named } from './type-names.js';

/** How to find an object of each type, as far as the viewer may see it. */
export type NodeFinders = Record<NodeType, (ctx: Context, uuid: string) => Promise<Node | null>>;

const MAX_NODES = 100;

/**
 * Relay's two ways back to an object. An id that is none is the client's mistake and an error; one of something that is
 * gone, or that the viewer may not see, is null: the two cannot be told apart.
 */
@Resolver()
export class NodeResolver {
  constructor(private readonly finders: NodeFinders) {}

  @Query(() => Node, {
    nullable: true,
    description: 'Any object by its global id; null when there is none, or none the viewer may see.',
  })
  node(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'Global id of the object.' }) id: string,
  ): Promise<Node | null> {
    return this.find(ctx, id);
  }

  @Query(() => [Node], {
    nullable: 'items',
    description:
      'Objects by their global ids, in the order of the ids, each answered as `node` would: null where there is none, or none the viewer may see; null and an error, whose path tells the place, where it is no global id. An id named twice is answered twice.',
  })
  nodes(
    @Ctx() ctx: Context,
    @Arg('ids', () => [ID], { description: `Global ids of the objects, at most ${MAX_NODES}.` })
    ids: string[],
  ): Promise<(Node | null | Error)[]> {
    if (ids.length > MAX_NODES) throw badInput(`At most ${MAX_NODES} ids can be asked for at once.`);
    // An error in a list spoils its own place only. Promises would too, but compiled queries lose a last one that fails.
    return Promise.all(ids.map((id) => this.find(ctx, id).catch(asError)));
  }

  private async find(ctx: Context, id: string): Promise<Node | null> {
    const parsed = parseGlobalId(id);
    if (!parsed) throw badInput('Not a global id.');
    const found = await this.finders[parsed.type](ctx, parsed.uuid);
    return found && named(parsed.type, found);
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
