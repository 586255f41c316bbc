/**
 * Word that something happened to a user. It carries ids and no content: whoever hears it reads what it is about from the
 * database, by the same rules as everything else, so an event that reached the wrong person would tell them nothing.
 */
export interface LiveEvent {
  userId: string;
  /** What kind of thing happened; each domain names its own. */
  topic: string;
  /** Of what it is about. */
  id: string;
}

/** Some events may have been missed since that time; who needs them all looks them up. */
export interface Gap {
  missedSince: Date;
}
