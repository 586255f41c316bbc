import { sql } from 'kysely';
import type { Context } from '../../graphql/context.js';
import type { Viewer } from '../../graphql/viewer.js';
import { exportSections } from './export-sections.js';

/** All that is held about the viewer, from one statement: a list of rows for each table, and when it was made. */
export async function exportMyData(ctx: Context, viewer: Viewer): Promise<Record<string, unknown>> {
  const lists = exportSections(viewer).map(
    ({ name, table, entity, mine, withheld = [] }) => sql`
      ${sql.lit(name)}::text, (
        select coalesce(jsonb_agg(${ctx.db.columns.json(entity, 't')}::jsonb - ${withheld}::text[]), '[]')
        from ${sql.table(table)} t where ${mine}
      )`,
  );
  const row = await ctx.db.row(sql<{ data: object }>`select jsonb_build_object(${sql.join(lists)}) as data`);
  return { exportedAt: ctx.clock.now().toISOString(), ...row?.data };
}
