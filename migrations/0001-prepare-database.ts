import { Migration } from '@mikro-orm/migrations';

/** Extensions, text search configurations blind to accents, and the guard of append-only tables. */
export class PrepareDatabase extends Migration {
  override up(): void {
    this.addSql(`
      create extension if not exists citext;
      create extension if not exists pg_trgm;
      create extension if not exists unaccent;
    `);

    // unaccent() is only STABLE, because its dictionary could be changed; an index needs IMMUTABLE.
    this.addSql(`
      create function plain_text(value text) returns text
        language sql immutable strict parallel safe
        return lower(unaccent('unaccent'::regdictionary, value));
    `);

    for (const language of ['french', 'english']) {
      this.addSql(`
        create text search configuration ${language}_plain (copy = ${language});
        alter text search configuration ${language}_plain
          alter mapping for hword, hword_part, word with unaccent, ${language}_stem;
      `);
    }

    // The row triggers that call it fire at depth 0 only: what a foreign key does when a user or a company is deleted
    // happens one level deeper and stays possible.
    this.addSql(`
      create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
      end
      $$;
    `);
  }

  override down(): void {
    this.addSql(`
      drop function refuse_change();
      drop text search configuration english_plain;
      drop text search configuration french_plain;
      drop function plain_text(text);
      drop extension unaccent;
      drop extension pg_trgm;
      drop extension citext;
    `);
  }
}
