import type { IndustryName } from './industries.js';

/** Which technical skills and degrees go with a profession. */
export type SkillFamily =
  | 'finance'
  | 'office'
  | 'software'
  | 'engineering'
  | 'field'
  | 'care'
  | 'teaching'
  | 'commerce'
  | 'nature'
  | 'projects';

/** A kind of job, in the language of the file it stands in: what the texts of a job and of a profile are made of. */
export interface Profession {
  /** Who hires it; empty: every industry. */
  industries: readonly IndustryName[];
  family: SkillFamily;
  /**
   * Names of the position, with the usual gross pay of someone with some experience: lowest and highest, thousands
   * of XAF a month.
   */
  titles: Readonly<Record<string, readonly [number, number]>>;
  /** Whether the work can be done away from the workplace. */
  desk: boolean;
  /** Two or three sentences for the description. */
  mission: string;
  duties: readonly string[];
  requirements: readonly string[];
}

/** A position and its usual pay, thousands of XAF a month. */
export interface Title {
  name: string;
  pay: readonly [number, number];
}

/** The positions of a profession, as a list. */
export function titlesOf(profession: Profession): Title[] {
  return Object.entries(profession.titles).map(([name, pay]) => ({ name, pay }));
}
