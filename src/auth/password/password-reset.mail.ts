import { sql } from 'kysely';
import { mailKind } from '../../platform/mail/mail-kind.js';

interface Row {
  id: string;
  email: string;
  firstName: string;
  tokenHash: string;
}

/** To whoever asked for it, or was said to: the link with which to set a new password. */
export const passwordResetMail = mailKind<{ passwordResetId: string }>(
  'password reset',
  async ({ db, clock, mailLinks }, { passwordResetId }) => {
    const reset = await db.row(sql<Row>`
      select r.id, u.email, u.first_name as "firstName", r.token_hash as "tokenHash"
      from password_resets r join users u on u.id = r.user_id
      where r.id = ${passwordResetId} and r.used_at is null and r.expires_at > ${clock.now()} and u.is_active`);
    const link = reset ? mailLinks.linkTo('reset-password', reset) : null;
    if (!reset || link === null) return null;
    return {
      to: reset.email,
      french: {
        subject: 'Votre nouveau mot de passe',
        paragraphs: [
          `Bonjour ${reset.firstName},`,
          'Vous avez demandé un nouveau mot de passe pour IntoWork. Ce lien est valable 24 heures et une seule fois.',
          "Si ce n'était pas vous, ignorez ce message : votre mot de passe reste le même.",
        ],
        action: 'Choisir un mot de passe',
      },
      english: {
        subject: 'Your new password',
        paragraphs: [
          `Hello ${reset.firstName},`,
          'You asked for a new password for IntoWork. This link is good for 24 hours, and once.',
          'If that was not you, ignore this message: your password stays as it is.',
        ],
        action: 'Choose a password',
      },
      link,
    };
  },
);
