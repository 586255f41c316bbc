import { IsOptional, MaxLength } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import { PageArgs } from '../../graphql/page-args.js';
import { Role } from '../../graphql/role.js';
import { UserOrder } from './user-order.js';

@ArgsType()
export class UserListArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'Part of the name or the e-mail address; case and accents do not matter. At most 200 characters.',
  })
  @IsOptional()
  @MaxLength(200)
  search?: string | null;

  @Field(() => Role, { nullable: true, description: 'Only users with this role.' })
  role?: Role | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True for only active accounts, false for only deactivated ones.',
  })
  isActive?: boolean | null;

  @Field(() => UserOrder, { defaultValue: UserOrder.NEWEST, description: 'How to sort.' })
  orderBy!: UserOrder;
}
