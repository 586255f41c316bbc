import { sql, type RawBuilder } from 'kysely';
import { assertValid } from '../graphql/assert-valid.js';
import type { Connection } from '../graphql/connection.js';
import { containsText } from '../graphql/contains-text.js';
import type { Context } from '../graphql/context.js';
import { fetchPage } from '../graphql/fetch-page.js';
import { sliceOf } from '../graphql/page-args.js';
import type { CompanyListArgs } from './company-list.args.js';
import { COMPANY_ORDERS } from './company-order.js';
import { Company } from './company.entity.js';

/** A page of all companies, for everybody. */
export async function listCompanies(
  ctx: Context,
  args: CompanyListArgs,
  withTotal: boolean,
): Promise<Connection<Company>> {
  await assertValid(args, args.filter);
  // Which index is best depends on what is looked for.
  return fetchPage<Company>(ctx.db.unprepared, {
    columns: ctx.db.columns.list(Company, 'c'),
    from: sql`companies c`,
    where: companyConditions(args),
    order: COMPANY_ORDERS[args.orderBy],
    slice: sliceOf(args),
    withTotal,
  });
}

function companyConditions({ search, filter }: CompanyListArgs): RawBuilder<unknown>[] {
  const { industry, country, verified } = filter ?? {};
  const name = search?.trim();
  const countries = country?.map((code) => code.toUpperCase());
  return [
    ...(name ? [containsText(sql`c.name`, name)] : []),
    ...(industry ? [isIndustry(industry)] : []),
    ...(countries ? [sql`c.country = any(${countries}::bpchar[])`] : []),
    ...(verified == null ? [] : [sql`(c.verified_at is not null) = ${verified}`]),
  ];
}

/** Each name by itself, so that the planner sees constants and knows how common they are. */
function isIndustry(names: string[]): RawBuilder<unknown> {
  const plain = names.map((name) => sql`plain_text(${name.trim()})`);
  return sql`plain_text(c.industry) = any(array[${sql.join(plain)}]::text[])`;
}
