import { GraphQLDateTime } from 'graphql-scalars';

/** An instant; RFC 3339 with offset on the way in, UTC on the way out. */
export const DateTime = GraphQLDateTime;
