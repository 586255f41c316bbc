import { mailKind } from '../../platform/mail/mail-kind.js';
import { findConfirmation } from './find-confirmation.js';

/** To an address that is to be confirmed: the link that does it. */
export const confirmEmailMail = mailKind<{ confirmationId: string }>(
  'confirm e-mail',
  async ({ db, clock, mailLinks }, { confirmationId }) => {
    const confirmation = await findConfirmation(db, confirmationId);
    if (!confirmation || confirmation.usedAt || confirmation.expiresAt <= clock.now()) return null;
    const link = mailLinks.linkTo('verify-email', confirmation);
    if (link === null) return null;
    return {
      to: confirmation.email,
      french: {
        subject: 'Confirmez votre adresse',
        paragraphs: [
          `Bonjour ${confirmation.firstName},`,
          'Confirmez que cette adresse est la vôtre. Ce lien est valable 24 heures et une seule fois.',
          "Si vous n'avez pas de compte IntoWork, ignorez ce message.",
        ],
        action: 'Confirmer cette adresse',
      },
      english: {
        subject: 'Confirm your address',
        paragraphs: [
          `Hello ${confirmation.firstName},`,
          'Confirm that this address is yours. This link is good for 24 hours, and once.',
          'If you have no IntoWork account, ignore this message.',
        ],
        action: 'Confirm this address',
      },
      link,
    };
  },
);
