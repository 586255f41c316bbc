import { Migration } from '@mikro-orm/migrations';

/** The address a user is about to leave: told of the change when it is asked for and when it takes effect. */
export class RememberOldAddresses extends Migration {
  override up(): void {
    this.addSql('alter table email_confirmations add column old_email citext');
  }

  override down(): void {
    // Without the old address they would pass for confirmations of the present one.
    this.addSql('delete from email_confirmations where old_email is not null');
    this.addSql('alter table email_confirmations drop column old_email');
  }
}
