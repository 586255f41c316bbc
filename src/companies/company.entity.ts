import type { Opt } from '@mikro-orm/core';
import { Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { DateTime } from '../graphql/date-time.js';
import { Node } from '../graphql/node.js';
import { CompanySize } from './company-size.js';

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'An organisation that employers publish jobs for. Public.',
})
@Entity({ tableName: 'companies' })
@Index({
  name: 'companies_created_at_index',
  properties: ['createdAt', 'id'],
})
@Index({
  name: 'companies_industry_index',
  expression: 'create index companies_industry_index on companies (plain_text(industry))',
})
@Index({
  name: 'companies_name_index',
  expression: 'create index companies_name_index on companies (left(plain_text(name), 100), id)',
})
@Index({ name: 'companies_country_index', properties: ['country'] })
@Index({
  name: 'companies_name_trigram_index',
  expression:
    'create index companies_name_trigram_index on companies using gin (plain_text(name) gin_trgm_ops)',
})
export class Company extends Node {
  @Field(() => String, { description: 'The name candidates know it by.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What the company does, in its own words.' })
  @Property({ type: 'text', nullable: true })
  description!: string | null;

  @Field(() => String, { nullable: true, description: 'Branch of business, such as "Telecommunications".' })
  @Property({ type: 'text', nullable: true })
  industry!: string | null;

  @Field(() => CompanySize, { nullable: true, description: 'How many people work there.' })
  @Enum({ items: () => CompanySize, type: 'text', nullable: true })
  size!: CompanySize | null;

  @Field(() => String, { nullable: true, description: 'Its website: an http or https URL.' })
  @Property({ type: 'text', nullable: true })
  websiteUrl!: string | null;

  @Field(() => String, { nullable: true, description: 'Its LinkedIn page: an http or https URL.' })
  @Property({ type: 'text', nullable: true })
  linkedinUrl!: string | null;

  @Field(() => String, { nullable: true, description: 'Street address.' })
  @Property({ type: 'text', nullable: true })
  address!: string | null;

  @Field(() => String, { nullable: true, description: 'City of its head office.' })
  @Property({ type: 'text', nullable: true })
  city!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Country of its head office: ISO 3166-1 alpha-2, such as "CM".',
  })
  @Property({ columnType: 'char(2)', type: 'string', nullable: true })
  country!: string | null;

  /** Key of the logo in the file storage; a trigger removes the file of one that is given up. */
  @Property({ type: 'text', nullable: true })
  logoKey!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When an administrator verified the company; null until then.',
  })
  @Property({ type: 'timestamptz', nullable: true })
  verifiedAt!: Date | null;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  updatedAt!: Opt<Date>;
}
