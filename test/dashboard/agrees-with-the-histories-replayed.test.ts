import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addTime, HOUR } from '../../src/platform/clock.js';
import { act, type Act, type Outcome } from '../support/act.js';
import { colleagueOf } from '../support/members.js';
import { signUp, signUpWithCompany, type EmployerWithCompany, type Person } from '../support/people.js';
import { JOB } from '../support/recruitment.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { Timeline } from '../support/timeline.js';
import { employerDashboardOf } from './employer-dashboard-query.js';
import { replayedDashboard } from './replay.js';

type Kind = 'create' | 'publish' | 'close' | 'apply' | 'move' | 'withdraw' | 'wait';

interface Step {
  kind: Kind;
  /** Who and what, as positions in the lists of people, jobs and applications, wrapped around. */
  who: number;
  which: number;
  to: string;
  hours: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.oneof(
    { arbitrary: fc.constant<Kind>('create'), weight: 2 },
    { arbitrary: fc.constant<Kind>('publish'), weight: 3 },
    { arbitrary: fc.constant<Kind>('close'), weight: 2 },
    { arbitrary: fc.constant<Kind>('apply'), weight: 7 },
    { arbitrary: fc.constant<Kind>('move'), weight: 6 },
    { arbitrary: fc.constant<Kind>('withdraw'), weight: 1 },
    { arbitrary: fc.constant<Kind>('wait'), weight: 3 },
  ),
  who: fc.nat(11),
  which: fc.nat(30),
  to: fc.constantFrom('APPLIED', 'VIEWED', 'SHORTLISTED', 'INTERVIEW', 'INTERVIEW', 'REJECTED', 'ACCEPTED'),
  hours: fc.integer({ min: 12, max: 240 }),
});

/** A company in which anything may happen, in any order; what is not allowed is refused and changes nothing. */
class RandomCompany {
  readonly #jobs: string[] = [];
  readonly #applications: { id: string; by: Person }[] = [];
  #hours = 0;

  private constructor(
    private readonly server: TestServer,
    private readonly time: Timeline,
    readonly employers: EmployerWithCompany[],
    private readonly candidates: Person[],
  ) {}

  static async on(server: TestServer): Promise<RandomCompany> {
    const author = await signUpWithCompany(server);
    const colleague = await colleagueOf(server, author);
    const candidates = await Promise.all(Array.from({ length: 5 }, () => signUp(server, 'CANDIDATE')));
    const company = new RandomCompany(server, new Timeline(server), [author, colleague], candidates);
    for (let who = 0; who < 7; who++) {
      await company.does({ kind: 'create', who, which: 0, to: '', hours: 100 });
      await company.does({ kind: 'publish', who, which: who, to: '', hours: 1 });
    }
    return company;
  }

  async does({ kind, who, which, to, hours }: Step): Promise<void> {
    const employer = pick(this.employers, who);
    const candidate = pick(this.candidates, who);
    switch (kind) {
      case 'wait':
        this.waits(hours);
        if (which % 2 === 0) await this.time.closeExpiredJobs();
        return;
      case 'create':
        return this.#create(employer, which % 2 === 0 ? hours : null);
      case 'publish':
      case 'close':
        await this.#act(employer, `${kind}Job`, { jobId: pick(this.#jobs, which) });
        return;
      case 'apply': {
        const { result } = await this.#act(candidate, 'applyToJob', { jobId: pick(this.#jobs, which) });
        if (result) this.#applications.push({ id: result.id, by: candidate });
        return;
      }
      case 'move':
      case 'withdraw': {
        const application = this.#applications[which % Math.max(this.#applications.length, 1)];
        if (!application) return;
        await (kind === 'move'
          ? this.#act(employer, 'moveApplication', { applicationId: application.id, to })
          : this.#act(application.by, 'withdrawApplication', { applicationId: application.id }));
      }
    }
  }

  /** Lets time pass without anybody closing what expires meanwhile. */
  waits(hours: number): void {
    this.#hours += hours;
    this.time.goTo(this.#hours / 24);
  }

  /** All acts fall on whole hours, looks on half ones: so never on the very instant where the 30 days begin. */
  async looks(work: () => Promise<void>): Promise<void> {
    this.waits(0.5);
    await work();
    this.waits(0.5);
  }

  today(employer: EmployerWithCompany): Promise<EmployerWithCompany> {
    return this.time.today(employer);
  }

  get days(): number {
    return this.#hours / 24;
  }

  async #create(employer: EmployerWithCompany, expiresInHours: number | null): Promise<void> {
    const expiresAt =
      expiresInHours === null ? null : addTime(this.server.clock.now(), 6 * expiresInHours * HOUR);
    const { result } = await this.#act(employer, 'createJob', { ...JOB, expiresAt });
    if (result) this.#jobs.push(result.id);
  }

  async #act(person: Person, name: Act, input: Record<string, unknown>): Promise<Outcome<{ id: string }>> {
    const { client } = await this.time.today(person);
    const outcome = await act<{ id: string }>(client, name, input);
    if (outcome.error !== undefined) throw new Error(`${name}: ${outcome.error}`);
    return outcome;
  }
}

function pick<T>(list: readonly T[], position: number): T {
  const item = list[position % list.length];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

describe('the dashboard of an employer', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  function expectReplayedFigures(company: RandomCompany): Promise<void> {
    return company.looks(async () => {
      for (const employer of company.employers) {
        const viewer = await company.today(employer);
        for (const scope of ['OWN_JOBS', 'COMPANY'] as const) {
          const { nextStep: _, ...shown } = await employerDashboardOf(viewer, scope);
          expect(shown).toEqual(await replayedDashboard(server, employer, scope));
        }
      }
    });
  }

  it('agrees with its histories replayed, now and 30 days ago, whatever has happened', async () => {
    const days: number[] = [];
    const stories = fc.array(step, { minLength: 90, maxLength: 120 });
    await fc.assert(
      fc.asyncProperty(stories, async (steps) => {
        const company = await RandomCompany.on(server);
        for (const [index, next] of steps.entries()) {
          await company.does(next);
          if (index % 30 === 29) await expectReplayedFigures(company);
          // The figures of 30 days ago mean something only in stories that are longer.
          if (index === 59) company.waits(Math.max(0, 35 * 24 - Math.round(company.days * 24)));
        }
        company.waits(300);
        await expectReplayedFigures(company);
        days.push(company.days);
      }),
      { numRuns: 5, endOnFailure: true },
    );
    expect(Math.min(...days)).toBeGreaterThan(45);
  }, 60_000);
});
