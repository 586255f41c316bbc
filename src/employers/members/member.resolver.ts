import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from 'type-graphql';
import { Company } from '../../companies/company.entity.js';
import { employerOnly } from '../../graphql/authorize.js';
import type { Connection } from '../../graphql/connection.js';
import type { Context } from '../../graphql/context.js';
import { mutate } from '../../graphql/mutation.js';
import { PageArgs, sliceOf } from '../../graphql/page-args.js';
import { selects } from '../../graphql/selection.js';
import { EmployerConnection } from '../employer.connection.js';
import type { Employer } from '../employer.entity.js';
import { membersOfCompany } from '../employer.loaders.js';
import { maySeeMembers } from '../employer.policy.js';
import { handOverCompanyAdmin } from './hand-over-company-admin.js';
import { leaveCompany } from './leave-company.js';
import { HandOverCompanyAdminInput, RemoveMemberInput, SetMemberPermissionsInput } from './member.inputs.js';
import {
  HandOverCompanyAdminPayload,
  LeaveCompanyPayload,
  RemoveMemberPayload,
  SetMemberPermissionsPayload,
} from './member.payloads.js';
import { removeMember } from './remove-member.js';
import { setMemberPermissions } from './set-member-permissions.js';

/** Who belongs to a company, and what they may do there. */
@Resolver(() => Company)
export class MemberResolver {
  @FieldResolver(() => EmployerConnection, {
    nullable: true,
    description:
      'The employers who belong to the company: company admins first, then the newest accounts. Null for all but its members and administrators.',
  })
  members(
    @Root() company: Company,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) args: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Employer>> | null {
    if (!maySeeMembers(ctx.viewer, company.id)) return null;
    const withTotal = selects(info, 'totalCount');
    return membersOfCompany(ctx).load({ parentId: company.id, slice: sliceOf(args), withTotal });
  }

  @Mutation(() => SetMemberPermissionsPayload, {
    nullable: true,
    description:
      "Changes what a member of the viewer's company may do, at once. For company admins; the last one cannot give that up.",
  })
  setMemberPermissions(
    @Ctx() ctx: Context,
    @Arg('input', () => SetMemberPermissionsInput, { description: 'Whose, and which.' })
    input: SetMemberPermissionsInput,
  ): Promise<SetMemberPermissionsPayload> {
    const viewer = employerOnly(ctx);
    return mutate<SetMemberPermissionsPayload>(input, async () => ({
      employer: await setMemberPermissions(ctx, viewer, input),
    }));
  }

  @Mutation(() => HandOverCompanyAdminPayload, {
    nullable: true,
    description:
      'Makes a colleague company admin in place of the viewer, who stays in the company as an ordinary member.',
  })
  handOverCompanyAdmin(
    @Ctx() ctx: Context,
    @Arg('input', () => HandOverCompanyAdminInput, { description: 'To whom.' })
    input: HandOverCompanyAdminInput,
  ): Promise<HandOverCompanyAdminPayload> {
    const viewer = employerOnly(ctx);
    return mutate<HandOverCompanyAdminPayload>(input, async () => ({
      employer: await handOverCompanyAdmin(ctx, viewer, input),
    }));
  }

  @Mutation(() => RemoveMemberPayload, {
    nullable: true,
    description:
      "Takes a colleague out of the viewer's company, at once. Their account stays theirs, their jobs stay with the company. For company admins.",
  })
  removeMember(
    @Ctx() ctx: Context,
    @Arg('input', () => RemoveMemberInput, { description: 'Whom.' }) input: RemoveMemberInput,
  ): Promise<RemoveMemberPayload> {
    const viewer = employerOnly(ctx);
    return mutate<RemoveMemberPayload>(input, async () => ({
      removedEmployerId: await removeMember(ctx, viewer, input),
    }));
  }

  @Mutation(() => LeaveCompanyPayload, {
    nullable: true,
    description:
      'Takes the viewer out of their company; their jobs stay with it. The only admin of a company with other members has to hand over first.',
  })
  leaveCompany(@Ctx() ctx: Context): Promise<LeaveCompanyPayload> {
    const viewer = employerOnly(ctx);
    return mutate<LeaveCompanyPayload>({}, async () => ({ employer: await leaveCompany(ctx, viewer) }));
  }
}
