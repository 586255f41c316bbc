import { IsOptional, MaxLength } from 'class-validator';
import { ArgsType, Field, ID, registerEnumType } from 'type-graphql';
import { PageArgs } from '../../graphql/page-args.js';
import { JobStatus } from '../../jobs/job.enums.js';

export enum AdminJobOrder {
  NEWEST = 'NEWEST',
  LAST_CHANGE = 'LAST_CHANGE',
}

registerEnumType(AdminJobOrder, {
  name: 'AdminJobOrder',
  description: 'How a list of jobs is sorted for administrators.',
  valuesConfig: {
    NEWEST: { description: 'Latest written first, published or not.' },
    LAST_CHANGE: { description: 'Latest change of text or status first.' },
  },
});

@ArgsType()
export class AdminJobListArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'Part of the title or of the name of the company; case and accents do not matter. At most 200 characters.',
  })
  @IsOptional()
  @MaxLength(200)
  search?: string | null;

  @Field(() => [JobStatus], {
    nullable: true,
    description: 'Where they are in their lives; all if omitted.',
  })
  status?: JobStatus[] | null;

  @Field(() => ID, { nullable: true, description: 'Only jobs of this company: its id.' })
  companyId?: string | null;

  @Field(() => AdminJobOrder, { defaultValue: AdminJobOrder.NEWEST, description: 'How to sort.' })
  orderBy!: AdminJobOrder;
}
