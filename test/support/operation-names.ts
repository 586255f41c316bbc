import { Kind, type DocumentNode, type GraphQLSchema } from 'graphql';

/** Names of all fields a client's operation can begin with. */
export function operationsOf(schema: GraphQLSchema): string[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return roots.flatMap((root) => Object.keys(root?.getFields() ?? {}));
}

/** `publishJob` in `mutation PublishJob { publishJob … }`: all fields the operations of a document begin with. */
export function rootFieldsOf(document: DocumentNode): string[] {
  return document.definitions
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    .flatMap(({ selectionSet }) => selectionSet.selections)
    .map((selection) => (selection.kind === Kind.FIELD ? selection.name.value : `...`));
}

/** `publishJob` of `mutation PublishJob`: what the operations in a document are called. */
export function operationNamesOf(document: DocumentNode): string[] {
  return document.definitions
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    .map(({ name }) => name?.value ?? '')
    .map((name) => name.charAt(0).toLowerCase() + name.slice(1));
}

/** `publish-job` of `publishJob`. */
export function fileName(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
