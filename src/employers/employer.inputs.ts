import { IsOptional, Length, Matches } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { PHONE_NUMBER, PHONE_NUMBER_MESSAGE, PHONE_NUMBER_RULES } from '../graphql/phone-number.js';

@InputType({
  description:
    'Changes to the employer profile of the viewer. A field left out stays as it is; null clears it.',
})
export class UpdateEmployerProfileInput {
  @Field(() => String, {
    nullable: true,
    description: 'Job title at the company, such as "Responsable recrutement"; 1 to 200 characters.',
  })
  @IsOptional()
  @Length(1, 200)
  position?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Department of the company, such as "Ressources humaines"; 1 to 200 characters.',
  })
  @IsOptional()
  @Length(1, 200)
  department?: string | null;

  @Field(() => String, { nullable: true, description: PHONE_NUMBER_RULES })
  @IsOptional()
  @Matches(PHONE_NUMBER, { message: PHONE_NUMBER_MESSAGE })
  phone?: string | null;
}
