import { isObjectType, type GraphQLSchema } from 'graphql';
import { answerTypes } from '../support/read-schema.js';
import { TABLE } from './missing-rows.js';
import { viewers, type TypeRow, type Viewer } from './permissions.js';
import type { Reading, Readings } from './whole-answers.js';

/** Where what the viewers could read of a type is not what its row in the permission table says. */
export function surprises(schema: GraphQLSchema, readings: Readings, row: TypeRow): string[] {
  const type = schema.getType(row.type);
  if (!isObjectType(type)) return [`the schema has no type ${row.type}`];
  // What only mutations answer is seen by whoever sent them, and not here.
  if (!answerTypes(schema, [schema.getQueryType()]).includes(type)) return [];
  return Object.keys(type.getFields())
    .filter((field) => !(row.type.endsWith('Connection') && field === 'edges'))
    .flatMap((field) => surprisesOf(readings.of(row.type, field), row, field));
}

function surprisesOf(places: [string, Reading][], row: TypeRow, field: string): string[] {
  const name = `${row.type}.${field}`;
  const readers = new Set(places.flatMap(([, { shown }]) => [...shown]));
  const listed = row.fields?.[field];
  if (listed) {
    return [
      ...[...readers]
        .filter((viewer) => !listed.includes(viewer))
        .map((viewer) => `${viewer}: reads ${name}, which the table says is not for them`),
      ...listed
        .filter((viewer) => !readers.has(viewer))
        .map((viewer) => `${viewer}: does not get ${name}, which the table says is for them`),
    ];
  }
  if (readers.size === 0)
    return [
      `${name} was empty for everybody: give it a value in test/permissions/permission-world.ts, so that it shows who reads it`,
    ];
  return places.flatMap(([place, reading]) => unequal(place, reading, row.sameFor ?? viewers, name));
}

function unequal(place: string, { got, shown }: Reading, among: readonly Viewer[], name: string): string[] {
  const compared = among.filter((viewer) => got.has(viewer));
  const readers = compared.filter((viewer) => shown.has(viewer));
  if (readers.length === 0 || readers.length === compared.length) return [];
  const others = compared.filter((viewer) => !shown.has(viewer));
  return [
    `${name} of ${place} is read by ${readers.join(', ')}, but not by ${others.join(', ')}: if that is meant, add it to the \`fields\` of its type in ${TABLE}`,
  ];
}
