import type { EntityClass, EntityManager, FilterQuery, RequiredEntityData } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { Context } from '../graphql/context.js';
import { inputUuid, type NodeType } from '../graphql/ids.js';
import { namedChanges } from '../graphql/named-changes.js';
import { refusal, UserErrorCode } from '../graphql/user-error.js';
import type { CandidateViewer } from '../graphql/viewer.js';
import { executeIn } from '../platform/database/database.js';
import { lockProfile } from './lock-profile.js';

/** More than anybody has to tell, and few enough to be answered whole. */
export const MAX_ENTRIES = 50;

interface ProfileEntry {
  id: string;
  candidateId: string;
  createdAt: Date;
}

/** What a candidate lists on the profile: experiences, educations, skills. */
export interface EntryKind<Entry extends ProfileEntry> {
  type: NodeType;
  entity: EntityClass<Entry>;
  table: string;
  /** Name of the input field with the id of an entry. */
  idField: string;
  /** May be changed but never cleared. */
  required: readonly (keyof Entry & string)[];
  /** Refuses what no single field shows to be wrong. */
  check: (entry: Entry) => void;
}

/** Adds to the viewer's own profile, up to the limit: the profile's lock makes parallel requests count one by one. */
export function addProfileEntry<Entry extends ProfileEntry>(
  ctx: Context,
  viewer: CandidateViewer,
  kind: EntryKind<Entry>,
  values: Omit<Entry, keyof ProfileEntry>,
): Promise<Entry> {
  return ctx.db.transaction(async (em) => {
    await lockProfile(em, viewer);
    const [listed] = await executeIn(
      em,
      sql<{ count: number }>`
        select count(*)::int as count from ${sql.table(kind.table)} where candidate_id = ${viewer.candidateId}`,
    );
    if ((listed?.count ?? 0) >= MAX_ENTRIES) {
      throw refusal(UserErrorCode.LIMIT_REACHED, null, `A profile may list ${MAX_ENTRIES} ${kind.table}.`);
    }
    const entry = em.create(kind.entity, {
      ...values,
      candidateId: viewer.candidateId,
      createdAt: ctx.clock.now(),
    } as unknown as RequiredEntityData<Entry>);
    kind.check(entry);
    return entry;
  });
}

/** Changes what the input names of an entry of the viewer's own profile. */
export function updateProfileEntry<Entry extends ProfileEntry>(
  ctx: Context,
  viewer: CandidateViewer,
  kind: EntryKind<Entry>,
  id: string,
  given: Partial<{ [Field in keyof Entry]: Entry[Field] | null }>,
): Promise<Entry> {
  const changes = namedChanges(given, kind.required);
  return ctx.db.transaction(async (em) => {
    await lockProfile(em, viewer);
    const entry = await findOwnEntry(em, viewer, kind, id);
    Object.assign(entry, changes);
    kind.check(entry);
    return entry;
  });
}

/** Takes an entry off the viewer's own profile. */
export function deleteProfileEntry<Entry extends ProfileEntry>(
  ctx: Context,
  viewer: CandidateViewer,
  kind: EntryKind<Entry>,
  id: string,
): Promise<string> {
  return ctx.db.transaction(async (em) => {
    await lockProfile(em, viewer);
    em.remove(await findOwnEntry(em, viewer, kind, id));
    return id;
  });
}

async function findOwnEntry<Entry extends ProfileEntry>(
  em: EntityManager,
  { candidateId }: CandidateViewer,
  { type, entity, idField }: EntryKind<Entry>,
  id: string,
): Promise<Entry> {
  const entry = await em.findOne(entity, {
    id: inputUuid(type, idField, id),
    candidateId,
  } as FilterQuery<Entry>);
  if (!entry) throw refusal(UserErrorCode.NOT_FOUND, idField, `${type} not found.`);
  return entry;
}
