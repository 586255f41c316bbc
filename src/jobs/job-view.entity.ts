import { PrimaryKeyProp } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, PrimaryKey } from '@mikro-orm/decorators/legacy';
import { Job } from './job.entity.js';

/** A job opened by a viewer on a day: the primary key is what makes a view count once. */
@Entity({ tableName: 'job_views' })
@Index({ name: 'job_views_viewed_on_index', properties: ['viewedOn'] })
export class JobView {
  [PrimaryKeyProp]?: ['jobId', 'viewedOn', 'viewerKey'];

  @ManyToOne(() => Job, { mapToPk: true, primary: true, fieldName: 'job_id', deleteRule: 'cascade' })
  jobId!: string;

  @PrimaryKey({ type: 'date' })
  viewedOn!: string;

  /** The user's id, or a keyed digest of an anonymous viewer's address and browser. */
  @PrimaryKey({ type: 'text' })
  viewerKey!: string;
}
