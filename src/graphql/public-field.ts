import { isObjectType, isInterfaceType, type GraphQLField, type GraphQLSchema } from 'graphql';
import { Extensions } from 'type-graphql';

const MADE_OF = 'madeOf';

/**
 * Marks a field with a resolver as the same for everybody, so that answers made of such fields may be kept (see
 * server/public-answers.ts). Its resolver is then asked by nobody: it meets no viewer, even if one sent the request.
 *
 * @param madeOf names of the entities whose changes it shows
 */
export function PublicField(...madeOf: string[]): MethodDecorator {
  return Extensions({ [MADE_OF]: madeOf });
}

/** The same for a field whose resolver is no method. */
export function markPublic(field: GraphQLField<unknown, unknown>, ...madeOf: string[]): void {
  field.extensions = { ...field.extensions, [MADE_OF]: madeOf };
}

/** What the field's value is made of: nothing more than its object if it has no resolver; null unless it is public. */
export function partsOfField({
  resolve,
  extensions,
}: GraphQLField<unknown, unknown>): readonly string[] | null {
  if (resolve === undefined) return [];
  const marked = extensions[MADE_OF];
  return Array.isArray(marked) ? (marked as string[]) : null;
}

/** `Type.field` for each field that is marked. */
export function publicFields(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    const fields = Object.values(type.getFields()).filter(
      ({ extensions }) => extensions[MADE_OF] !== undefined,
    );
    return fields.map((field) => `${type.name}.${field.name}`);
  });
}
