import { sql } from 'kysely';
import { mailKind } from '../../platform/mail/mail-kind.js';

interface Row {
  linkId: string;
  email: string;
  firstName: string;
  tokenHash: string;
}

/** To somebody an administrator invited: the link with which to open the account. */
export const userInvitationMail = mailKind<{ linkId: string }>(
  'user invitation',
  async ({ db, clock, mailLinks }, { linkId }) => {
    const invitation = await db.row(sql<Row>`
      select i.link_id as "linkId", i.email, i.first_name as "firstName", i.token_hash as "tokenHash"
      from user_invitations i where i.link_id = ${linkId} and i.expires_at > ${clock.now()}`);
    if (!invitation) return null;
    const { email, firstName, tokenHash } = invitation;
    const link = mailLinks.linkTo('activate-account', { id: linkId, tokenHash });
    if (link === null) return null;
    return {
      to: email,
      french: {
        subject: 'Votre compte IntoWork vous attend',
        paragraphs: [
          `Bonjour ${firstName},`,
          'Vous êtes invité à ouvrir un compte IntoWork avec cette adresse. Choisissez votre mot de passe : ce lien est valable 7 jours et une seule fois.',
          'Si vous ne vous y attendiez pas, ignorez ce message.',
        ],
        action: 'Ouvrir mon compte',
      },
      english: {
        subject: 'Your IntoWork account is waiting',
        paragraphs: [
          `Hello ${firstName},`,
          'You are invited to open an IntoWork account with this address. Choose your password: this link is good for 7 days, and once.',
          'If you did not expect this, ignore this message.',
        ],
        action: 'Open my account',
      },
      link,
    };
  },
);
