import { sql } from 'kysely';
import { mailKind } from '../../platform/mail/mail-kind.js';
import { isGood } from './open-invitations.js';

interface Row {
  id: string;
  email: string;
  tokenHash: string;
  company: string;
  inviter: string | null;
}

/** To whom a company invites, whether or not they have an account: the link to join by. */
export const companyInvitationMail = mailKind<{ invitationId: string }>(
  'company invitation',
  async ({ db, clock, mailLinks }, { invitationId }) => {
    const invitation = await db.row(sql<Row>`
      select i.id, i.email, i.token_hash as "tokenHash", c.name as company,
        u.first_name || ' ' || u.last_name as inviter
      from company_invitations i join companies c on c.id = i.company_id
      left join users u on u.id = i.invited_by_user_id
      where i.id = ${invitationId} and ${isGood('i', clock.now())}`);
    const link = invitation ? mailLinks.linkTo('accept-invitation', invitation) : null;
    if (!invitation || link === null) return null;
    const { company, email, inviter } = invitation;
    return {
      to: email,
      french: {
        subject: 'Invitation à rejoindre une entreprise',
        paragraphs: [
          'Bonjour,',
          `${inviter ?? 'Un collègue'} vous invite à rejoindre « ${company} » sur IntoWork. Ce lien est valable 7 jours et une seule fois.`,
          "Connectez-vous avec cette adresse, ou créez un compte d'employeur.",
          "Si vous n'attendiez pas cette invitation, ignorez ce message.",
        ],
        action: "Accepter l'invitation",
      },
      english: {
        subject: 'Invitation to join a company',
        paragraphs: [
          'Hello,',
          `${inviter ?? 'A colleague'} invites you to join “${company}” on IntoWork. This link is good for 7 days, and once.`,
          'Sign in with this address, or sign up as an employer.',
          'If you did not expect this invitation, ignore this message.',
        ],
        action: 'Accept the invitation',
      },
      link,
    };
  },
);
