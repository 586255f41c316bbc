import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { adminOnly } from '../../graphql/authorize.js';
import type { Context } from '../../graphql/context.js';
import { mutate } from '../../graphql/mutation.js';
import { appointCompanyAdmin } from './appoint-company-admin.js';
import { AppointCompanyAdminInput, CompanyIdInput } from './company-admin.inputs.js';
import {
  AppointCompanyAdminPayload,
  DeleteCompanyPayload,
  UnverifyCompanyPayload,
  VerifyCompanyPayload,
} from './company-admin.payloads.js';
import { deleteCompany } from './delete-company.js';
import { unverifyCompany } from './unverify-company.js';
import { verifyCompany } from './verify-company.js';

/** What administrators do to companies, which everybody sees. */
@Resolver()
export class CompanyAdminResolver {
  @Mutation(() => VerifyCompanyPayload, {
    nullable: true,
    description: 'Vouches for a company, for everybody to see. For administrators.',
  })
  verifyCompany(
    @Ctx() ctx: Context,
    @Arg('input', () => CompanyIdInput, { description: 'Which company.' }) input: CompanyIdInput,
  ): Promise<VerifyCompanyPayload> {
    adminOnly(ctx);
    return mutate<VerifyCompanyPayload>(input, async () => ({ company: await verifyCompany(ctx, input) }));
  }

  @Mutation(() => UnverifyCompanyPayload, {
    nullable: true,
    description: 'Takes back what verifyCompany did. For administrators.',
  })
  unverifyCompany(
    @Ctx() ctx: Context,
    @Arg('input', () => CompanyIdInput, { description: 'Which company.' }) input: CompanyIdInput,
  ): Promise<UnverifyCompanyPayload> {
    adminOnly(ctx);
    return mutate<UnverifyCompanyPayload>(input, async () => ({
      company: await unverifyCompany(ctx, input),
    }));
  }

  @Mutation(() => AppointCompanyAdminPayload, {
    nullable: true,
    description:
      'Makes a member admin of their company, with every permission: for companies whose admins are gone or shut out. Other admins stay. For administrators.',
  })
  appointCompanyAdmin(
    @Ctx() ctx: Context,
    @Arg('input', () => AppointCompanyAdminInput, { description: 'Which member.' })
    input: AppointCompanyAdminInput,
  ): Promise<AppointCompanyAdminPayload> {
    adminOnly(ctx);
    return mutate<AppointCompanyAdminPayload>(input, async () => ({
      employer: await appointCompanyAdmin(ctx, input),
    }));
  }

  @Mutation(() => DeleteCompanyPayload, {
    nullable: true,
    description:
      'Deletes a company with all its jobs and the applications to them, for good. Its members keep their accounts. For administrators.',
  })
  deleteCompany(
    @Ctx() ctx: Context,
    @Arg('input', () => CompanyIdInput, { description: 'Which company.' }) input: CompanyIdInput,
  ): Promise<DeleteCompanyPayload> {
    adminOnly(ctx);
    return mutate<DeleteCompanyPayload>(input, async () => ({
      deletedCompanyId: await deleteCompany(ctx, input),
    }));
  }
}
