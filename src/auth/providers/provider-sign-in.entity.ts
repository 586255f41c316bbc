import { Entity, Index, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Node } from '../../graphql/node.js';

/**
 * A sign-in somebody has begun at a provider and not finished: the row goes when its id_token is used, so that each
 * can be used once. The verifier, of which the nonce is a digest, is known only to whoever began.
 */
@Entity({ tableName: 'provider_sign_ins' })
@Index({ name: 'provider_sign_ins_expires_at_index', properties: ['expiresAt'] })
export class ProviderSignIn extends Node {
  /** Issuer of the provider. */
  @Property({ type: 'text' })
  provider!: string;

  @Unique({ name: 'provider_sign_ins_nonce_unique' })
  @Property({ type: 'text' })
  nonce!: string;

  @Property({ type: 'timestamptz' })
  expiresAt!: Date;
}
