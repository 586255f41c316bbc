import { ArgsType, Field, Int } from 'type-graphql';
import { badInput } from './errors.js';

export const DEFAULT_PAGE_SIZE = 20;
export const MAX_PAGE_SIZE = 100;

/** `first`/`after` walk a list forward, `last`/`before` backward. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: 'How many items from the start of the list, or after `after`: 1 to 100, 20 if omitted.',
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Only items after this cursor.' })
  after?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many items from the end of the list, or before `before`: 1 to 100.',
  })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'Only items before this cursor.' })
  before?: string | null;
}

/** Page arguments that make sense together. */
export interface Slice {
  size: number;
  backward: boolean;
  after: string | null;
  before: string | null;
}

/** Checks page arguments; BAD_USER_INPUT when they contradict each other or go out of bounds. */
export function sliceOf({ first, after, last, before }: PageArgs): Slice {
  if (first != null && last != null) throw badInput('Send `first` or `last`, not both.');
  const size = first ?? last ?? DEFAULT_PAGE_SIZE;
  if (size < 1 || size > MAX_PAGE_SIZE) {
    throw badInput(`\`${last == null ? 'first' : 'last'}\` must be from 1 to ${MAX_PAGE_SIZE}.`);
  }
  return { size, backward: last != null, after: after ?? null, before: before ?? null };
}
