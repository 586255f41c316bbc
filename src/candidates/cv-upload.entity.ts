import { Check, Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Node } from '../graphql/node.js';
import { Candidate } from './candidate.entity.js';

/**
 * A CV somebody announced. Its id is that of the CV to be, and names the file uploaded (see platform/files/uploads.ts).
 * The row stays until every link to that file has expired; then both go.
 */
@Entity({ tableName: 'cv_uploads' })
@Check({ name: 'cv_uploads_size_bytes_check', expression: 'size_bytes > 0' })
@Index({ name: 'cv_uploads_expires_at_index', properties: ['expiresAt'] })
export class CvUpload extends Node {
  @ManyToOne(() => Candidate, {
    mapToPk: true,
    fieldName: 'candidate_id',
    deleteRule: 'cascade',
    index: 'cv_uploads_candidate_id_index',
  })
  candidateId!: string;

  @Property({ type: 'text' })
  fileName!: string;

  @Property({ type: 'text' })
  contentType!: string;

  @Property({ type: 'integer' })
  sizeBytes!: number;

  @Property({ type: 'timestamptz' })
  expiresAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  completedAt!: Date | null;
}
