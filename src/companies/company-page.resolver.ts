import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { employerOnly } from '../graphql/authorize.js';
import type { Connection } from '../graphql/connection.js';
import type { Context } from '../graphql/context.js';
import { mutate } from '../graphql/mutation.js';
import { PublicField } from '../graphql/public-field.js';
import { selects } from '../graphql/selection.js';
import type { PublicCache } from '../platform/cache.js';
import { CompanyListArgs } from './company-list.args.js';
import { CompanyConnection } from './company.connection.js';
import type { Company } from './company.entity.js';
import { UpdateCompanyInput } from './company.inputs.js';
import { UpdateCompanyPayload } from './company.payloads.js';
import { COMPANIES, listCompanies } from './list-companies.js';
import { updateCompany } from './update-company.js';

@Resolver()
export class CompanyPageResolver {
  constructor(private readonly cache: PublicCache) {}

  @Query(() => CompanyConnection, {
    nullable: true,
    description: 'All companies of the platform, newest first, for everybody.',
  })
  @PublicField(...COMPANIES.madeOf)
  companies(
    @Ctx() ctx: Context,
    @Args(() => CompanyListArgs) args: CompanyListArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Company>> {
    return listCompanies(ctx, this.cache, args, selects(info, 'totalCount'));
  }

  @Mutation(() => UpdateCompanyPayload, {
    nullable: true,
    description: "Changes the viewer's company. For its company admins.",
  })
  updateCompany(
    @Ctx() ctx: Context,
    @Arg('input', () => UpdateCompanyInput, { description: 'What to change.' }) input: UpdateCompanyInput,
  ): Promise<UpdateCompanyPayload> {
    const viewer = employerOnly(ctx);
    return mutate<UpdateCompanyPayload>(input, async () => ({
      company: await updateCompany(ctx, viewer, input),
    }));
  }
}
