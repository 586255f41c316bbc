import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Company } from '../companies/company.entity.js';
import { companyById } from '../companies/company.loaders.js';
import type { Context } from '../graphql/context.js';
import { User } from '../users/user.entity.js';
import { userById } from '../users/user.loaders.js';
import { Employer } from './employer.entity.js';
import { employerByUserId } from './employer.loaders.js';

@Resolver(() => Employer)
export class EmployerResolver {
  @FieldResolver(() => Company, {
    nullable: true,
    description: 'The company they belong to; null until they create or join one.',
  })
  company(@Root() employer: Employer, @Ctx() ctx: Context): Promise<Company | null> | null {
    return employer.companyId === null ? null : companyById(ctx).load(employer.companyId);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Given name.' })
  async firstName(@Root() employer: Employer, @Ctx() ctx: Context): Promise<string | undefined> {
    return (await userById(ctx).load(employer.userId))?.firstName;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Family name.' })
  async lastName(@Root() employer: Employer, @Ctx() ctx: Context): Promise<string | undefined> {
    return (await userById(ctx).load(employer.userId))?.lastName;
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
