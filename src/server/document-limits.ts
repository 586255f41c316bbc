import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { GraphQLError, type ASTVisitor, type ValidationContext, type ValidationRule } from 'graphql';

/** Generous for people and code generators, tight for attacks; the introspection query of the explorers passes. */
export const MAX_TOKENS = 2000;
/** Enough to mend a document by; not an echo of everything somebody throws at us. */
export const MAX_ERRORS = 5;
const MAX_DEPTH = 12;
const MAX_ALIASES = 30;
const MAX_DIRECTIVES = 30;

/** The rules throw by default, which would become a server error; reported, they are what they are: client mistakes. */
const report = {
  propagateOnRejection: false,
  onReject: [(context: ValidationContext | null, error: GraphQLError) => context?.reportError(error)],
};

/** PostgreSQL texts cannot hold a NUL, so no argument may: one check for every field there is. */
const noNulCharacters: ValidationRule = (context: ValidationContext): ASTVisitor => ({
  StringValue: (node) => {
    if (node.value.includes('\0')) context.reportError(new GraphQLError(NUL_MESSAGE, { nodes: node }));
  },
});

/** Without it, a subscription would pass validation and fail in execution, as if the mistake were ours. */
const knownOperationTypes: ValidationRule = (context: ValidationContext): ASTVisitor => ({
  OperationDefinition: (node) => {
    if (!context.getSchema().getRootType(node.operation)) {
      context.reportError(new GraphQLError(`This API has no ${node.operation}s.`, { nodes: node }));
    }
  },
});

export const NUL_MESSAGE = 'Texts must not contain NUL characters.';

/** Checked once per distinct document, before it is executed. */
export const documentRules: ValidationRule[] = [
  maxDepthRule({ n: MAX_DEPTH, ...report }),
  maxAliasesRule({ n: MAX_ALIASES, ...report }),
  maxDirectivesRule({ n: MAX_DIRECTIVES, ...report }),
  noNulCharacters,
  knownOperationTypes,
];
