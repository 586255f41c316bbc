import { parseGlobalId } from '../../src/graphql/ids.js';

/** The UUID a global id stands for: what the row has in the database. */
export function uuidIn(id: string): string {
  const parsed = parseGlobalId(id);
  if (!parsed) throw new Error(`${id} is not a global id`);
  return parsed.uuid;
}
