import { sql, type RawBuilder } from 'kysely';

/**
 * Whether a text is somewhere in a column, without regard to case and accents. Written so that a trigram index on
 * `plain_text(column)` serves it. Wildcards are taken to the letter, also those that losing an accent makes.
 */
export function containsText(column: RawBuilder<unknown>, text: string): RawBuilder<unknown> {
  const literal = sql`regexp_replace(plain_text(${text}), '([\\\\%_])', '\\\\\\1', 'g')`;
  return sql`plain_text(${column}) like '%' || ${literal} || '%'`;
}
