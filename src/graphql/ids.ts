import { isObjectType, type GraphQLSchema } from 'graphql';
import { fromString, fromUUID, toUUID } from 'typeid-js';
import { badInput } from './errors.js';
import { markPublic } from './public-field.js';
import { refusal, UserErrorCode } from './user-error.js';

/** Prefix of the global ids of each type that implements Node. */
const PREFIXES = {
  User: 'user',
  Company: 'company',
  CompanyInvitation: 'invitation',
  Employer: 'employer',
  Candidate: 'candidate',
  Experience: 'experience',
  Education: 'education',
  Skill: 'skill',
  Cv: 'cv',
  Job: 'job',
  Application: 'application',
  Session: 'session',
  ApplicationNote: 'note',
  Notification: 'notification',
  UserInvitation: 'userinvitation',
  AuditEntry: 'audit',
} as const;

export type NodeType = keyof typeof PREFIXES;

/** Prefix of the ids of what is no node: one mutation answers such an id, and another one takes it. */
const TICKET_PREFIXES = {
  CompanyLogoUpload: 'logoupload',
} as const;

type TicketType = keyof typeof TICKET_PREFIXES;

const ALL_PREFIXES = { ...PREFIXES, ...TICKET_PREFIXES };

const prefixOf = (type: NodeType | TicketType): string => ALL_PREFIXES[type];

const TYPES = new Map<string, NodeType>(
  Object.entries(PREFIXES).map(([type, prefix]) => [prefix, type as NodeType]),
);

/** `job_01j…` for the UUID of a job. */
export function globalId(type: NodeType | TicketType, uuid: string): string {
  return fromUUID(uuid, prefixOf(type));
}

/** Type and UUID of a global id; null when it is not one. */
export function parseGlobalId(id: string): { type: NodeType; uuid: string } | null {
  const type = TYPES.get(id.slice(0, Math.max(0, id.lastIndexOf('_'))));
  if (!type) return null;
  const uuid = uuidBehind(PREFIXES[type], id);
  return uuid === null ? null : { type, uuid };
}

function uuidBehind(prefix: string, id: string): string | null {
  try {
    return toUUID(fromString(id, prefix));
  } catch {
    return null;
  }
}

/** The UUID behind an id argument of a query; BAD_USER_INPUT unless it is an id of that type. */
export function uuidOf(type: NodeType, id: string): string {
  const parsed = parseGlobalId(id);
  if (parsed?.type !== type) throw badInput(`Not the id of ${withArticle(PREFIXES[type])}.`);
  return parsed.uuid;
}

/** The UUID behind an id in the input of a mutation; refuses the mutation unless it is an id of that type. */
export function inputUuid(type: NodeType | TicketType, field: string, id: string): string {
  const uuid = uuidBehind(prefixOf(type), id);
  if (uuid === null)
    throw refusal(
      UserErrorCode.NOT_FOUND,
      field,
      `${field} is not the id of ${withArticle(prefixOf(type))}.`,
    );
  return uuid;
}

/** "an application", "a job". */
function withArticle(noun: string): string {
  return `${/^[aei]/.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** Makes the `id` field of every node type answer with its global id; rows keep their UUIDs. */
export function withGlobalIds(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || !type.getInterfaces().some((implemented) => implemented.name === 'Node'))
      continue;
    const name = type.name;
    if (!isNodeType(name)) throw new Error(`${name} implements Node but has no id prefix in ids.ts`);
    const field = type.getFields()['id'];
    if (!field) continue;
    field.resolve = (row: { id: string }) => globalId(name, row.id);
    markPublic(field);
  }
  return schema;
}

function isNodeType(name: string): name is NodeType {
  return name in PREFIXES;
}
