import {
  isNonNullType,
  Kind,
  TypeInfo,
  ValidationContext,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';

const known = new WeakMap<OperationDefinitionNode, readonly VariableDefinitionNode[]>();

/**
 * What is wrong with null in a variable that may be null but stands where null may not be, which a document may have where
 * there is a default for leaving it out. graphql-js would notice in the midst of executing, with an error like those of ours.
 */
export function problemWithNulls(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): string | null {
  const found = neverNull(schema, document, operation).find(({ variable, defaultValue }) => {
    const name = variable.name.value;
    return Object.hasOwn(variables, name) ? variables[name] === null : defaultValue?.kind === Kind.NULL;
  });
  if (!found) return null;
  return `Variable "$${found.variable.name.value}" must not be null where it is used: leave it out instead.`;
}

function neverNull(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): readonly VariableDefinitionNode[] {
  const before = known.get(operation);
  if (before) return before;
  const nullable = (operation.variableDefinitions ?? []).filter(
    ({ type }) => type.kind !== Kind.NON_NULL_TYPE,
  );
  const found = nullable.length === 0 ? [] : usedAsNonNull(schema, document, operation, nullable);
  known.set(operation, found);
  return found;
}

function usedAsNonNull(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: VariableDefinitionNode[],
): readonly VariableDefinitionNode[] {
  const context = new ValidationContext(schema, document, new TypeInfo(schema), () => undefined);
  const names = new Set(
    context
      .getRecursiveVariableUsages(operation)
      .filter(({ type }) => isNonNullType(type))
      .map(({ node }) => node.name.value),
  );
  return variables.filter(({ variable }) => names.has(variable.name.value));
}
