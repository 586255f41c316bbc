import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedDirective,
  isSpecifiedScalarType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import { schemaAsServed } from '../support/schema-as-served.js';

interface Element {
  path: string;
  description: string | null | undefined;
}

/** The type and everything in it that can be described. */
function elementsOf(type: GraphQLNamedType): Element[] {
  const inside: Element[] = [];
  const add = (path: string, description: string | null | undefined): void => {
    inside.push({ path: `${type.name}.${path}`, description });
  };
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      add(field.name, field.description);
      for (const arg of field.args) add(`${field.name}(${arg.name})`, arg.description);
    }
  }
  if (isInputObjectType(type))
    for (const field of Object.values(type.getFields())) add(field.name, field.description);
  if (isEnumType(type)) for (const value of type.getValues()) add(value.name, value.description);
  return [{ path: type.name, description: type.description }, ...inside];
}

describe('the schema', () => {
  let schema: GraphQLSchema;
  let ours: GraphQLNamedType[];
  beforeAll(async () => {
    schema = await schemaAsServed();
    ours = Object.values(schema.getTypeMap()).filter(
      (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
    );
  });

  it('describes every type, field, argument, input field and enum value', () => {
    const roots = new Set(['Query', 'Mutation', 'Subscription']);
    const elements = ours.flatMap(elementsOf).filter(({ path }) => !roots.has(path));
    expect(elements.length).toBeGreaterThan(250);
    expect(elements.filter(({ description }) => !description?.trim()).map(({ path }) => path)).toEqual([]);
  });

  it('describes every directive of its own and their arguments', () => {
    const directives = schema.getDirectives().filter((directive) => !isSpecifiedDirective(directive));
    expect(directives.map(({ name }) => name)).toEqual(['rateLimit']);
    const elements = directives.flatMap(({ name, description, args }): Element[] =>
      [{ path: name, description }].concat(
        args.map((arg) => ({ path: `${name}(${arg.name})`, description: arg.description })),
      ),
    );
    const undescribed = elements.filter(({ description }) => !description?.trim()).map(({ path }) => path);
    expect(undescribed).toEqual([]);
  });

  it('writes its descriptions as sentences', () => {
    const odd = ours
      .flatMap(elementsOf)
      .filter(({ description }) => description && !/^[A-Z0-9`"‘“«].*[.:!?)`]$/su.test(description.trim()))
      .map(({ path, description }) => `${path}: ${description}`);
    expect(odd).toEqual([]);
  });

  it('runs no code of ours for a field that is only a property', () => {
    const { fieldResolvers } = getMetadataStorage();
    const written = new Set(
      fieldResolvers
        .filter(({ kind }) => kind === 'external')
        .map(({ getObjectType, schemaName }) => `${nameOf(getObjectType?.())}.${schemaName}`),
    );
    const running = ours
      .filter(isObjectType)
      .filter(({ name }) => !['Query', 'Mutation', 'Subscription'].includes(name))
      .flatMap((type) =>
        Object.values(type.getFields())
          .filter(({ resolve }) => resolve !== undefined)
          .map((field) => ({
            path: `${type.name}.${field.name}`,
            isNodeId: field.name === 'id' && type.getInterfaces().some(({ name }) => name === 'Node'),
          })),
      );
    expect(running.length).toBeGreaterThan(10);
    const unexpected = running.filter(({ path, isNodeId }) => !isNodeId && !written.has(path));
    expect(unexpected.map(({ path }) => path)).toEqual([]);
  });

  it('has no field with a guard that simple resolvers would skip', () => {
    const storage = getMetadataStorage();
    expect(storage.authorizedFields).toEqual([]);
    expect(storage.middlewares).toEqual([]);
  });

  it('lets every field of Query and Mutation be null, so that one failure leaves the others', () => {
    const strict = [schema.getQueryType(), schema.getMutationType()].flatMap((root) =>
      Object.values(root?.getFields() ?? {})
        .filter(({ type }) => String(type).endsWith('!'))
        .map(({ name }) => name),
    );
    // The list of jobs is what whole pages are made of; `nodes` is as Relay wants it, each of its places may be null.
    expect(strict.toSorted()).toEqual(['jobs', 'nodes', 'ping']);
  });
});

function nameOf(type: unknown): string {
  const storage = getMetadataStorage();
  return storage.objectTypes.find(({ target }) => target === type)?.name ?? String(type);
}
