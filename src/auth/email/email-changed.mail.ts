import { mailKind } from '../../platform/mail/mail-kind.js';
import { findConfirmation } from './find-confirmation.js';

/** To the address a user has left: the last mail it gets. */
export const emailChangedMail = mailKind<{ confirmationId: string }>(
  'e-mail changed',
  async ({ db }, { confirmationId }) => {
    const confirmation = await findConfirmation(db, confirmationId);
    if (!confirmation?.oldEmail) return null;
    const { oldEmail, email, firstName } = confirmation;
    return {
      to: oldEmail,
      french: {
        subject: 'Votre adresse a changé',
        paragraphs: [
          `Bonjour ${firstName},`,
          `Votre compte IntoWork a maintenant l'adresse ${email}.`,
          "Si ce n'était pas vous, répondez à ce message.",
        ],
      },
      english: {
        subject: 'Your address was changed',
        paragraphs: [
          `Hello ${firstName},`,
          `Your IntoWork account now has the address ${email}.`,
          'If that was not you, answer this message.',
        ],
      },
    };
  },
);
