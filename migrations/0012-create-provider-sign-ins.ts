import { Migration } from '@mikro-orm/migrations';

/** Sign-ins begun at a provider and not finished: what makes each id_token good for one use. */
export class CreateProviderSignIns extends Migration {
  override up(): void {
    this.addSql(`
      create table provider_sign_ins (
        id uuid not null,
        created_at timestamptz not null default now(),
        provider text not null,
        nonce text not null,
        expires_at timestamptz not null,
        primary key (id)
      );
      alter table provider_sign_ins add constraint provider_sign_ins_nonce_unique unique (nonce);
      create index provider_sign_ins_expires_at_index on provider_sign_ins (expires_at);
    `);
  }

  override down(): void {
    this.addSql('drop table provider_sign_ins');
  }
}
