import type { GraphQLResolveInfo, SelectionSetNode } from 'graphql';
import { getDirectiveValues, GraphQLIncludeDirective, GraphQLSkipDirective, Kind } from 'graphql';

/** Whether the operation asks for `field` of what this resolver returns, also through fragments. */
export function selects(info: GraphQLResolveInfo, field: string): boolean {
  return info.fieldNodes.some(
    (node) => node.selectionSet !== undefined && has(info, node.selectionSet, field),
  );
}

function has(info: GraphQLResolveInfo, selectionSet: SelectionSetNode, field: string): boolean {
  return selectionSet.selections.some((selection) => {
    if (getDirectiveValues(GraphQLSkipDirective, selection, info.variableValues)?.['if'] === true)
      return false;
    if (getDirectiveValues(GraphQLIncludeDirective, selection, info.variableValues)?.['if'] === false)
      return false;
    if (selection.kind === Kind.FIELD) return selection.name.value === field;
    if (selection.kind === Kind.INLINE_FRAGMENT) return has(info, selection.selectionSet, field);
    const fragment = info.fragments[selection.name.value];
    return fragment !== undefined && has(info, fragment.selectionSet, field);
  });
}
