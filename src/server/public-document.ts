import {
  BREAK,
  Kind,
  OperationTypeNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { partsOfField } from '../graphql/public-field.js';

/** The entities an answer to the document is made of, if it is the same for everybody; null if it may not be. */
export function publicPartsOf(schema: GraphQLSchema, document: DocumentNode): readonly string[] | null {
  const parts = new Set<string>();
  const typeInfo = new TypeInfo(schema);
  let isPublic = true;
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      OperationDefinition: ({ operation }) => {
        isPublic &&= operation === OperationTypeNode.QUERY;
      },
      Field: ({ name }) => {
        if (name.value === '__typename') return undefined;
        const field = typeInfo.getFieldDef();
        const found = field ? partsOfField(field) : null;
        for (const part of found ?? []) parts.add(part);
        isPublic &&= found !== null;
        return isPublic ? undefined : BREAK;
      },
    }),
  );
  const hasOneOperation =
    document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length === 1;
  return isPublic && hasOneOperation && parts.size > 0 ? [...parts] : null;
}
