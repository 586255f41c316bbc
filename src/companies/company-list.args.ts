import { IsISO31661Alpha2, IsOptional, MaxLength } from 'class-validator';
import { ArgsType, Field, InputType } from 'type-graphql';
import { PageArgs } from '../graphql/page-args.js';
import { CompanyOrder } from './company-order.js';

@InputType({
  description: 'Which companies to list. All conditions must hold; of several values in one, any may.',
})
export class CompanyFilter {
  @Field(() => [String], {
    nullable: true,
    description:
      'Branches of business, as companies name theirs; case and accents do not matter. At most 100 characters each.',
  })
  @IsOptional()
  @MaxLength(100, { each: true })
  industry?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Countries of the head office: ISO 3166-1 alpha-2, such as "CM".',
  })
  @IsOptional()
  @IsISO31661Alpha2({ each: true, message: 'country must be ISO 3166-1 alpha-2 codes, such as CM' })
  country?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True for only companies an administrator verified, false for only others.',
  })
  verified?: boolean | null;
}

@ArgsType()
export class CompanyListArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description: 'Part of the name; case and accents do not matter. At most 200 characters.',
  })
  @IsOptional()
  @MaxLength(200)
  search?: string | null;

  @Field(() => CompanyFilter, { nullable: true, description: 'Conditions on the companies.' })
  filter?: CompanyFilter | null;

  @Field(() => CompanyOrder, { defaultValue: CompanyOrder.NEWEST, description: 'How to sort.' })
  orderBy!: CompanyOrder;
}
