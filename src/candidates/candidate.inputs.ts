import { IsOptional, IsUrl, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { PHONE_NUMBER, PHONE_NUMBER_MESSAGE, PHONE_NUMBER_RULES } from '../graphql/phone-number.js';
import { MAX_URL_LENGTH, WEB_URL } from '../graphql/web-url.js';

const MAX_YEARS = 80;
const MAX_SALARY = 2_000_000_000;

@InputType({
  description: 'Changes to the profile of the viewer. A field left out stays as it is; null clears it.',
})
export class UpdateCandidateProfileInput {
  @Field(() => String, { nullable: true, description: PHONE_NUMBER_RULES })
  @IsOptional()
  @Matches(PHONE_NUMBER, { message: PHONE_NUMBER_MESSAGE })
  phone?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where the candidate lives, such as "Douala, Cameroun"; 1 to 200 characters.',
  })
  @IsOptional()
  @Length(1, 200)
  location?: string | null;

  @Field(() => String, { nullable: true, description: 'LinkedIn page: an http or https URL.' })
  @IsOptional()
  @MaxLength(MAX_URL_LENGTH)
  @IsUrl(WEB_URL, { message: 'linkedinUrl must be an http or https URL' })
  linkedinUrl?: string | null;

  @Field(() => String, { nullable: true, description: 'Personal website: an http or https URL.' })
  @IsOptional()
  @MaxLength(MAX_URL_LENGTH)
  @IsUrl(WEB_URL, { message: 'websiteUrl must be an http or https URL' })
  websiteUrl?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Professional headline, such as "Comptable confirmé"; 1 to 200 characters.',
  })
  @IsOptional()
  @Length(1, 200)
  title?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A few sentences about the candidate, 1 to 5,000 characters.',
  })
  @IsOptional()
  @Length(1, 5000)
  summary?: string | null;

  @Field(() => Int, { nullable: true, description: 'Years of professional experience, 0 to 80.' })
  @IsOptional()
  @Min(0)
  @Max(MAX_YEARS)
  yearsExperience?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Lowest monthly salary the candidate would accept, in XAF.',
  })
  @IsOptional()
  @Min(0)
  @Max(MAX_SALARY)
  salaryExpectationMin?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Monthly salary the candidate hopes for, in XAF; not below `salaryExpectationMin`.',
  })
  @IsOptional()
  @Min(0)
  @Max(MAX_SALARY)
  salaryExpectationMax?: number | null;
}
