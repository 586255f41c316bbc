import { sql, type RawBuilder } from 'kysely';

/**
 * Whether an expression contains a text, blind to case and accents. Written so that a trigram index on
 * `plain_text(expression)` serves it from three characters on; run it unprepared, for the index to be chosen by what is
 * searched.
 */
export function containsText(expression: RawBuilder<unknown>, text: string): RawBuilder<unknown> {
  // The text is no pattern, so what would be one in it is escaped, after unaccent has had its say.
  return sql`plain_text(${expression}) like
    '%' || regexp_replace(plain_text(${text}), '([\\\\%_])', '\\\\\\1', 'g') || '%'`;
}
