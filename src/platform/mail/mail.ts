/** A mail that is ready to be sent. */
export interface Mail {
  /** The same each time the same mail is tried. */
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** What a mail says. Users have no language of their own yet, so each mail speaks French and English. */
export interface MailContent {
  to: string;
  french: MailText;
  english: MailText;
  /** Where the reader is to go, if anywhere. */
  link?: string;
}

export interface MailText {
  subject: string;
  paragraphs: string[];
  /** Caption of the link. */
  action?: string;
}
