import { mailKind } from '../../platform/mail/mail-kind.js';

/** The last mail an account gets. Its row is gone by then, so the job itself says who it was. */
export const accountDeletedMail = mailKind<{ email: string; firstName: string }>(
  'account deleted',
  async (_ctx, { email, firstName }) => ({
    to: email,
    french: {
      subject: 'Votre compte est supprimé',
      paragraphs: [
        `Bonjour ${firstName},`,
        "Votre compte IntoWork et tout ce qui s'y rattachait ont été supprimés.",
        "Si ce n'était pas vous, répondez à ce message.",
      ],
    },
    english: {
      subject: 'Your account is deleted',
      paragraphs: [
        `Hello ${firstName},`,
        'Your IntoWork account and all that belonged to it have been deleted.',
        'If that was not you, answer this message.',
      ],
    },
  }),
);
