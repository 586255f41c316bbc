import { Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Employer } from '../employers/employer.entity.js';
import { Node } from '../graphql/node.js';
import { Application } from './application.entity.js';

/** What an employer noted about an application, for the company's eyes only. */
@Entity({ tableName: 'application_notes' })
@Index({ name: 'application_notes_application_id_index', properties: ['applicationId', 'createdAt'] })
export class ApplicationNote extends Node {
  @ManyToOne(() => Application, { mapToPk: true, fieldName: 'application_id', deleteRule: 'cascade' })
  applicationId!: string;

  @ManyToOne(() => Employer, {
    mapToPk: true,
    fieldName: 'employer_id',
    deleteRule: 'set null',
    nullable: true,
    index: true,
  })
  employerId!: string | null;

  @Property({ type: 'text' })
  body!: string;
}
