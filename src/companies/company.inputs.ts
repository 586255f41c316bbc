import { IsISO31661Alpha2, IsOptional, IsUrl, Length, MaxLength } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { MAX_URL_LENGTH, WEB_URL } from '../graphql/web-url.js';
import { CompanySize } from './company-size.js';

const MAX_NAME_LENGTH = 200;

@InputType({ description: 'What a company may say besides its name.' })
abstract class CompanyDetailsInput {
  @Field(() => String, { nullable: true, description: 'What the company does, at most 5,000 characters.' })
  @IsOptional()
  @MaxLength(5000)
  description?: string | null;

  @Field(() => String, { nullable: true, description: 'Branch of business, at most 100 characters.' })
  @IsOptional()
  @Length(1, 100)
  industry?: string | null;

  @Field(() => CompanySize, { nullable: true, description: 'How many people work there.' })
  size?: CompanySize | null;

  @Field(() => String, { nullable: true, description: 'Website: an http or https URL.' })
  @IsOptional()
  @MaxLength(MAX_URL_LENGTH)
  @IsUrl(WEB_URL, { message: 'websiteUrl must be an http or https URL' })
  websiteUrl?: string | null;

  @Field(() => String, { nullable: true, description: 'LinkedIn page: an http or https URL.' })
  @IsOptional()
  @MaxLength(MAX_URL_LENGTH)
  @IsUrl(WEB_URL, { message: 'linkedinUrl must be an http or https URL' })
  linkedinUrl?: string | null;

  @Field(() => String, { nullable: true, description: 'Street address, at most 300 characters.' })
  @IsOptional()
  @MaxLength(300)
  address?: string | null;

  @Field(() => String, { nullable: true, description: 'City, at most 100 characters.' })
  @IsOptional()
  @MaxLength(100)
  city?: string | null;

  @Field(() => String, { nullable: true, description: 'Country: ISO 3166-1 alpha-2, such as "CM".' })
  @IsOptional()
  @IsISO31661Alpha2({ message: 'country must be an ISO 3166-1 alpha-2 code, such as CM' })
  country?: string | null;
}

@InputType({ description: 'A new company.' })
export class CreateCompanyInput extends CompanyDetailsInput {
  @Field(() => String, { description: 'Name, 1 to 200 characters.' })
  @Length(1, MAX_NAME_LENGTH)
  name!: string;
}

@InputType({
  description:
    "Changes to the viewer's company. A field left out stays as it is; an optional one set to null is cleared.",
})
export class UpdateCompanyInput extends CompanyDetailsInput {
  @Field(() => String, { nullable: true, description: 'Name, 1 to 200 characters.' })
  @IsOptional()
  @Length(1, MAX_NAME_LENGTH)
  name?: string | null;
}
