import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { Company } from '../companies/company.entity.js';
import { CreateCompanyInput } from '../companies/company.inputs.js';
import { companyById } from '../companies/company.loaders.js';
import { CreateCompanyPayload } from '../companies/company.payloads.js';
import { employerOnly } from '../graphql/authorize.js';
import type { Context } from '../graphql/context.js';
import { notFound } from '../graphql/errors.js';
import { uuidOf } from '../graphql/ids.js';
import { mutate } from '../graphql/mutation.js';
import { PublicField } from '../graphql/public-field.js';
import { createCompany } from './create-company.js';

@Resolver()
export class CompanyResolver {
  @Query(() => Company, { nullable: true, description: 'A company by its id.' })
  @PublicField('Company')
  async company(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'Id of the company.' }) id: string,
  ): Promise<Company> {
    const company = await companyById(ctx).load(uuidOf('Company', id));
    if (!company) throw notFound('Company');
    return company;
  }

  @Mutation(() => CreateCompanyPayload, {
    nullable: true,
    description: 'Creates a company and makes the viewer, an employer without one, its company admin.',
  })
  createCompany(
    @Ctx() ctx: Context,
    @Arg('input', () => CreateCompanyInput, { description: 'The new company.' }) input: CreateCompanyInput,
  ): Promise<CreateCompanyPayload> {
    const viewer = employerOnly(ctx);
    return mutate<CreateCompanyPayload>(input, async () => ({
      company: await createCompany(ctx, viewer, input),
    }));
  }
}
