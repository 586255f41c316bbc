import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType()
@Entity({ tableName: 'companies' })
export class Company {
  @Field(() => ID)
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Field(() => String)
  @Property({ type: 'text' })
  name!: string;

  @Field(() => String, { nullable: true })
  @Property({ type: 'text', nullable: true })
  description!: string | null;

  @Field(() => String, { nullable: true })
  @Property({ type: 'text', nullable: true })
  industry!: string | null;

  @Field(() => String, { nullable: true })
  @Property({ type: 'text', nullable: true })
  websiteUrl!: string | null;

  @Field(() => String, { nullable: true })
  @Property({ type: 'text', nullable: true })
  city!: string | null;

  @Field(() => String, { nullable: true })
  @Property({ type: 'text', nullable: true })
  country!: string | null;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;
}
