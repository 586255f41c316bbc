import type { Opt } from '@mikro-orm/core';
import { Check, Entity, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../graphql/node.js';
import { Candidate } from './candidate.entity.js';

/** The file is private; `fileKey` names it in the file storage. */
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'A CV of a candidate. Seen by the candidate, by employers who hold an application it was sent with, and by administrators.',
})
@Entity({ tableName: 'cvs' })
@Index({ name: 'cvs_candidate_id_index', properties: ['candidateId', 'createdAt'] })
@Unique({ name: 'cvs_one_active_unique', properties: ['candidateId'], where: 'is_active' })
@Unique({ name: 'cvs_file_key_unique', properties: ['fileKey'] })
@Index({ name: 'cvs_deleted_at_index', properties: ['deletedAt'], where: 'deleted_at is not null' })
@Check({ name: 'cvs_deleted_is_not_active_check', expression: 'deleted_at is null or not is_active' })
@Check({ name: 'cvs_size_bytes_check', expression: 'size_bytes > 0' })
export class Cv extends Node {
  @ManyToOne(() => Candidate, { mapToPk: true, fieldName: 'candidate_id', deleteRule: 'cascade' })
  candidateId!: string;

  @Field(() => String, { description: 'Name of the file, as the candidate uploaded it.' })
  @Property({ type: 'text' })
  fileName!: string;

  @Property({ type: 'text' })
  fileKey!: string;

  @Field(() => String, { description: 'Media type of the file, such as "application/pdf".' })
  @Property({ type: 'text' })
  contentType!: string;

  @Field(() => Int, { description: 'Size of the file in bytes.' })
  @Property({ type: 'integer' })
  sizeBytes!: number;

  @Field(() => Boolean, {
    description:
      'Whether it goes with applications that name no other. One on each profile does, if there are any.',
  })
  @Property({ type: 'boolean', default: false })
  isActive!: Opt<boolean>;

  /** Set once the candidate took it off the profile; applications it was sent with keep it. */
  @Property({ type: 'timestamptz', nullable: true })
  deletedAt!: Date | null;
}
