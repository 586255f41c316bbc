import type { Opt } from '@mikro-orm/core';
import { Check, Entity, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Node } from '../graphql/node.js';
import { Candidate } from './candidate.entity.js';

/** A CV file of a candidate. The file is private; `fileKey` names it in the file storage. */
@Entity({ tableName: 'cvs' })
@Index({ name: 'cvs_candidate_id_index', properties: ['candidateId', 'createdAt'] })
@Unique({ name: 'cvs_one_active_unique', properties: ['candidateId'], where: 'is_active' })
@Unique({ name: 'cvs_file_key_unique', properties: ['fileKey'] })
@Check({ name: 'cvs_size_bytes_check', expression: 'size_bytes > 0' })
export class Cv extends Node {
  @ManyToOne(() => Candidate, { mapToPk: true, fieldName: 'candidate_id', deleteRule: 'cascade' })
  candidateId!: string;

  @Property({ type: 'text' })
  fileName!: string;

  @Property({ type: 'text' })
  fileKey!: string;

  @Property({ type: 'text' })
  contentType!: string;

  @Property({ type: 'integer' })
  sizeBytes!: number;

  @Property({ type: 'boolean', default: false })
  isActive!: Opt<boolean>;
}
