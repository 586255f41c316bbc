import { closeExpiredJobs } from '../../src/jobs/close-expired-jobs.js';
import { DAY } from '../../src/platform/clock.js';
import type { Person } from './people.js';
import { signedInNow } from './sign-in-now.js';
import type { TestServer } from './test-server.js';

/** Days of a test server's clock, counted from the making of the timeline. People stay signed in however far it goes. */
export class Timeline {
  readonly #start: number;

  constructor(private readonly server: TestServer) {
    this.#start = server.clock.now().getTime();
  }

  /** Moves the clock forward to a day; fractions are hours of it. */
  goTo(day: number): void {
    const distance = this.#start + day * DAY - this.server.clock.now().getTime();
    if (distance > 0) this.server.clock.advance(distance);
  }

  /** Somebody who may act on the day it is. */
  today<P extends Person>(person: P): Promise<P> {
    return signedInNow(this.server, person);
  }

  /** What the server does twice a minute. */
  closeExpiredJobs(): Promise<number> {
    return closeExpiredJobs(this.server.db, this.server.clock.now());
  }
}
