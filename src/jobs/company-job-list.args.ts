import { IsOptional, MaxLength } from 'class-validator';
import { ArgsType, Field, InputType, registerEnumType } from 'type-graphql';
import { PageArgs } from '../graphql/page-args.js';
import { JobStatus } from './job.enums.js';

export enum CompanyJobOrder {
  NEWEST = 'NEWEST',
  LAST_CHANGE = 'LAST_CHANGE',
  APPLICATIONS = 'APPLICATIONS',
}

registerEnumType(CompanyJobOrder, {
  name: 'CompanyJobOrder',
  description: "How a list of the company's own jobs is sorted.",
  valuesConfig: {
    NEWEST: { description: 'Latest written first.' },
    LAST_CHANGE: { description: 'Latest change of text or status first.' },
    APPLICATIONS: { description: 'Most applications first.' },
  },
});

@InputType({
  description:
    "Which of the company's own jobs to list. All conditions must hold; of several values in one, any may.",
})
export class CompanyJobFilter {
  @Field(() => [JobStatus], { nullable: true, description: 'Where they are in their life.' })
  status?: JobStatus[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True for only jobs the viewer wrote, false for only those of others.',
  })
  mine?: boolean | null;
}

@ArgsType()
export class CompanyJobsArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description: 'Part of the title; case and accents do not matter. At most 200 characters.',
  })
  @IsOptional()
  @MaxLength(200)
  search?: string | null;

  @Field(() => CompanyJobFilter, { nullable: true, description: 'Conditions on the jobs.' })
  filter?: CompanyJobFilter | null;

  @Field(() => CompanyJobOrder, { defaultValue: CompanyJobOrder.NEWEST, description: 'How to sort.' })
  orderBy!: CompanyJobOrder;
}
