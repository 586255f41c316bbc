import { sql } from 'kysely';
import { mailKind } from '../../platform/mail/mail-kind.js';

/** To the user, so that a change that was not theirs is noticed. */
export const passwordChangedMail = mailKind<{ userId: string }>(
  'password changed',
  async ({ db }, { userId }) => {
    const user = await db.row(sql<{ email: string; firstName: string }>`
    select email, first_name as "firstName" from users where id = ${userId}`);
    if (!user) return null;
    return {
      to: user.email,
      french: {
        subject: 'Votre mot de passe a changé',
        paragraphs: [
          `Bonjour ${user.firstName},`,
          'Votre mot de passe IntoWork vient de changer, et vos autres appareils ont été déconnectés.',
          "Si ce n'était pas vous, demandez tout de suite un nouveau mot de passe.",
        ],
      },
      english: {
        subject: 'Your password was changed',
        paragraphs: [
          `Hello ${user.firstName},`,
          'Your IntoWork password has just been changed, and your other devices have been signed out.',
          'If that was not you, ask for a new password at once.',
        ],
      },
    };
  },
);
