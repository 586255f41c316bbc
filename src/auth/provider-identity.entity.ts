import { Entity, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Node } from '../graphql/node.js';
import { User } from '../users/user.entity.js';

/** What linking an identity a second time violates. */
export const PROVIDER_IDENTITY_UNIQUE = 'provider_identities_provider_subject_unique';

/** A user as an OpenID Connect provider knows them: issuer and subject of its id_token. */
@Entity({ tableName: 'provider_identities' })
@Unique({ name: PROVIDER_IDENTITY_UNIQUE, properties: ['provider', 'subject'] })
export class ProviderIdentity extends Node {
  @ManyToOne(() => User, { mapToPk: true, fieldName: 'user_id', deleteRule: 'cascade', index: true })
  userId!: string;

  /** Its issuer: names in the configuration may change. */
  @Property({ type: 'text' })
  provider!: string;

  @Property({ type: 'text' })
  subject!: string;
}
