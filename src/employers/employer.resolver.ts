import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Company } from '../companies/company.entity.js';
import { companyById } from '../companies/company.loaders.js';
import { employerOnly } from '../graphql/authorize.js';
import type { Context } from '../graphql/context.js';
import { mutate } from '../graphql/mutation.js';
import { User } from '../users/user.entity.js';
import { contactOfUser } from '../users/contact.loader.js';
import { Employer } from './employer.entity.js';
import { UpdateEmployerProfileInput } from './employer.inputs.js';
import { employerByUserId } from './employer.loaders.js';
import { UpdateEmployerProfilePayload } from './employer.payloads.js';
import { updateEmployerProfile } from './update-employer-profile.js';

@Resolver(() => Employer)
export class EmployerResolver {
  @Mutation(() => UpdateEmployerProfilePayload, {
    nullable: true,
    description: 'Changes the profile of the viewer, an employer: position, department and phone.',
  })
  updateEmployerProfile(
    @Ctx() ctx: Context,
    @Arg('input', () => UpdateEmployerProfileInput, { description: 'What to change.' })
    input: UpdateEmployerProfileInput,
  ): Promise<UpdateEmployerProfilePayload> {
    const viewer = employerOnly(ctx);
    return mutate<UpdateEmployerProfilePayload>(input, async () => ({
      employer: await updateEmployerProfile(ctx, viewer, input),
    }));
  }

  @FieldResolver(() => Company, {
    nullable: true,
    description: 'The company they belong to; null until they create or join one.',
  })
  company(@Root() employer: Employer, @Ctx() ctx: Context): Promise<Company | null> | null {
    return employer.companyId === null ? null : companyById(ctx).load(employer.companyId);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Given name.' })
  async firstName(@Root() employer: Employer, @Ctx() ctx: Context): Promise<string | undefined> {
    return (await contactOfUser(ctx).load(employer.userId))?.firstName;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Family name.' })
  async lastName(@Root() employer: Employer, @Ctx() ctx: Context): Promise<string | undefined> {
    return (await contactOfUser(ctx).load(employer.userId))?.lastName;
  }
}

@Resolver(() => User)
export class EmployerOfUserResolver {
  @FieldResolver(() => Employer, {
    nullable: true,
    description: 'The employer profile; null for users with another role.',
  })
  employer(@Root() user: User, @Ctx() ctx: Context): Promise<Employer | null> {
    return employerByUserId(ctx).load(user.id);
  }
}
