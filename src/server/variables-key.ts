import { Kind, type DocumentNode } from 'graphql';

const declared = new WeakMap<DocumentNode, readonly string[]>();

/**
 * Stands for the values of the variables that a document declares. Others change nothing: they may be sent along all the
 * same, in any number and of any length, and are left out.
 *
 * @param textOf what is told of a value
 */
export function variablesKey(
  document: DocumentNode,
  variables: Record<string, unknown>,
  textOf: (value: unknown) => string,
): string {
  return declaredIn(document)
    .map((name) => (Object.hasOwn(variables, name) ? textOf(variables[name]) : ''))
    .join();
}

function declaredIn(document: DocumentNode): readonly string[] {
  const known = declared.get(document);
  if (known) return known;
  const names = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? (definition.variableDefinitions ?? []).map(({ variable }) => variable.name.value)
      : [],
  );
  const each = [...new Set(names)];
  declared.set(document, each);
  return each;
}
