import { sql, type RawBuilder } from 'kysely';
import { assertValid } from '../graphql/assert-valid.js';
import type { Connection } from '../graphql/connection.js';
import { containsText } from '../graphql/contains-text.js';
import type { Context } from '../graphql/context.js';
import { sliceOf } from '../graphql/page-args.js';
import { fetchPublicPage, type PublicList } from '../graphql/public-page.js';
import type { PublicCache } from '../platform/cache.js';
import type { CompanyListArgs } from './company-list.args.js';
import { COMPANY_ORDERS } from './company-order.js';
import { Company } from './company.entity.js';

export const COMPANIES: PublicList = { name: 'companies', madeOf: ['Company'] };

/** A page of all companies, for everybody. */
export async function listCompanies(
  ctx: Context,
  cache: PublicCache,
  args: CompanyListArgs,
  withTotal: boolean,
): Promise<Connection<Company>> {
  await assertValid(args, args.filter);
  const wanted = { search: args.search, filter: args.filter };
  // Which index is best depends on what is looked for.
  return fetchPublicPage<Company>(cache, ctx.db.unprepared, COMPANIES, wanted, {
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
