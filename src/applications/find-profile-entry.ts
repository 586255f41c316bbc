import type DataLoader from 'dataloader';
import type { Context } from '../graphql/context.js';
import { findVisibleCandidate } from './find-application.js';

/** What a candidate lists is seen by those who may see the candidate; null for everybody else. */
export function visibleEntry<Entry extends { candidateId: string }>(
  entryById: (ctx: Context) => DataLoader<string, Entry | null>,
): (ctx: Context, id: string) => Promise<Entry | null> {
  return async (ctx, id) => {
    const entry = await entryById(ctx).load(id);
    return entry && (await findVisibleCandidate(ctx, entry.candidateId)) ? entry : null;
  };
}
