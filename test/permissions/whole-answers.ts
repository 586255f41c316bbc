import {
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { isNode } from './missing-rows.js';
import type { Viewer } from './permissions.js';

/**
 * Everything of an object and of what is part of it. Objects with an id of their own are left at their type: they are
 * asked for by themselves, and their fields are the same wherever they turn up.
 */
export function wholeSelection(type: GraphQLNamedType): string {
  if (isUnionType(type)) {
    const parts = type.getTypes().map((one) => `... on ${one.name} ${wholeSelection(one)}`);
    return `{ __typename ${parts.join(' ')} }`;
  }
  if (!isObjectType(type)) return '{ __typename }';
  const fields = Object.values(type.getFields()).map((field) => {
    if (field.args.some(isRequiredArgument))
      throw new Error(
        `${type.name}.${field.name} cannot be asked for without arguments: teach whole-answers.ts some`,
      );
    const named = getNamedType(field.type);
    if (isLeafType(named)) return field.name;
    return `${field.name} ${isNode(named) ? '{ __typename }' : wholeSelection(named)}`;
  });
  return `{ __typename ${fields.join(' ')} }`;
}

/** Of one field in one place: who got the object, and who got the field. */
export interface Reading {
  got: Set<Viewer>;
  shown: Set<Viewer>;
}

/** Who could read which field, by `Type.field` and by the place the object was found in. */
export class Readings {
  readonly #byField = new Map<string, Map<string, Reading>>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** Takes an answer to a whole selection in. */
  add(viewer: Viewer, place: string, value: unknown): void {
    if (Array.isArray(value)) value.forEach((item) => this.add(viewer, place, item));
    if (!isRecord(value)) return;
    const type = this.schema.getType(String(value['__typename']));
    if (!isObjectType(type)) return;
    for (const name of Object.keys(type.getFields())) this.#addField(viewer, place, type, name, value);
  }

  #addField(
    viewer: Viewer,
    place: string,
    type: GraphQLObjectType,
    name: string,
    object: Record<string, unknown>,
  ) {
    if (!(name in object)) return;
    const value = object[name];
    const reading = this.#at(`${type.name}.${name}`, place);
    reading.got.add(viewer);
    if (!isEmpty(value)) reading.shown.add(viewer);
    this.add(viewer, place, value);
  }

  #at(field: string, place: string): Reading {
    const places = this.#byField.get(field) ?? new Map<string, Reading>();
    this.#byField.set(field, places);
    const reading = places.get(place) ?? { got: new Set(), shown: new Set() };
    places.set(place, reading);
    return reading;
  }

  of(type: string, field: string): [string, Reading][] {
    return [...(this.#byField.get(`${type}.${field}`) ?? [])];
  }

  /** Names of the types that were in any answer. */
  get types(): Set<string> {
    return new Set([...this.#byField.keys()].map((field) => field.slice(0, field.indexOf('.'))));
  }
}

/** An empty list tells as little as none. */
function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (Array.isArray(value)) return value.length === 0;
  return isRecord(value) && Array.isArray(value['edges']) && value['edges'].length === 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
