import { Check, Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Node } from '../graphql/node.js';
import { Company } from './company.entity.js';

/**
 * A logo somebody announced. Its id names the file uploaded (see platform/files/uploads.ts). The row stays until every
 * link to that file has expired; then both go.
 */
@Entity({ tableName: 'company_logo_uploads' })
@Check({ name: 'company_logo_uploads_size_bytes_check', expression: 'size_bytes > 0' })
@Index({ name: 'company_logo_uploads_expires_at_index', properties: ['expiresAt'] })
export class CompanyLogoUpload extends Node {
  @ManyToOne(() => Company, {
    mapToPk: true,
    fieldName: 'company_id',
    deleteRule: 'cascade',
    index: 'company_logo_uploads_company_id_index',
  })
  companyId!: string;

  @Property({ type: 'text' })
  contentType!: string;

  @Property({ type: 'integer' })
  sizeBytes!: number;

  @Property({ type: 'timestamptz' })
  expiresAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  completedAt!: Date | null;
}
