import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/**
 * A file that has to go. Triggers write one when a row that names a file is deleted, by whatever way; and who makes a
 * file writes one first and deletes it in the transaction that puts the file to use. So no file is ever forgotten.
 */
@Entity({ tableName: 'file_removals' })
@Index({ name: 'file_removals_remove_at_index', properties: ['removeAt'] })
export class FileRemoval {
  @PrimaryKey({ type: 'text' })
  fileKey!: string;

  /** Not before: links that write to it are good until then. */
  @Property({ type: 'timestamptz' })
  removeAt!: Date;
}
