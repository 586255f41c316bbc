import { Entity, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Node } from '../graphql/node.js';
import { User } from '../users/user.entity.js';

/** A user as an OpenID Connect provider knows them: issuer and subject of its id_token. */
@Entity({ tableName: 'provider_identities' })
@Unique({ name: 'provider_identities_provider_subject_unique', properties: ['provider', 'subject'] })
export class ProviderIdentity extends Node {
  @ManyToOne(() => User, { mapToPk: true, fieldName: 'user_id', deleteRule: 'cascade', index: true })
  userId!: string;

  @Property({ type: 'text' })
  provider!: string;

  @Property({ type: 'text' })
  subject!: string;
}
