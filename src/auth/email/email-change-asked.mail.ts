import { mailKind } from '../../platform/mail/mail-kind.js';
import { findConfirmation } from './find-confirmation.js';

/** To the address a user is about to leave, so that a change that was not theirs is noticed in time. */
export const emailChangeAskedMail = mailKind<{ confirmationId: string }>(
  'e-mail change asked',
  async ({ db }, { confirmationId }) => {
    const confirmation = await findConfirmation(db, confirmationId);
    if (!confirmation?.oldEmail) return null;
    const { oldEmail, email, firstName } = confirmation;
    return {
      to: oldEmail,
      french: {
        subject: "Changement d'adresse demandé",
        paragraphs: [
          `Bonjour ${firstName},`,
          `Quelqu'un a demandé que votre compte IntoWork passe à l'adresse ${email}. Rien ne change avant que celle-ci ne confirme.`,
          "Si ce n'était pas vous, changez tout de suite votre mot de passe : la demande en sera annulée.",
        ],
      },
      english: {
        subject: 'Change of address asked for',
        paragraphs: [
          `Hello ${firstName},`,
          `Somebody asked for your IntoWork account to move to the address ${email}. Nothing changes before that one confirms.`,
          'If that was not you, change your password at once: that cancels the request.',
        ],
      },
    };
  },
);
