import { at } from './at.js';
import { DEMO_CANDIDATE } from './candidate.js';
import { familiesOfCandidates } from './families.js';
import type { PeoplePlan } from './people-plan.js';
import type { Random } from './random.js';
import type { Seconds } from './time.js';

/** How many candidates are looked at before one of another profession will do. */
const TRIES = 12;

/** Finds who applies to a job: mostly people of the trade. The demo candidate's applications are decided elsewhere. */
export class CandidateChooser {
  private readonly families: Uint8Array;

  constructor(private readonly people: PeoplePlan) {
    this.families = familiesOfCandidates(people.counts.candidates);
  }

  /** A candidate who had an account at `time` and is not yet `taken`, which then has that candidate too. */
  choose(family: number, time: Seconds, taken: Set<number>, random: Random): number {
    const first = DEMO_CANDIDATE + 1;
    const last = this.people.candidatesAt(time) - 1;
    if (taken.size > last - first) throw new RangeError('More applications to a job than candidates');
    let candidate = random.int(first, last);
    for (let tries = 1; tries < TRIES && !this.suits(candidate, family, taken); tries += 1) {
      candidate = random.int(first, last);
    }
    while (taken.has(candidate)) candidate = candidate === last ? first : candidate + 1;
    taken.add(candidate);
    return candidate;
  }

  private suits(candidate: number, family: number, taken: Set<number>): boolean {
    return at(this.families, candidate) === family && !taken.has(candidate);
  }
}
