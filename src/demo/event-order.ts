import { at } from './at.js';
import type { ApplicationPlan } from './application-plan.js';
import type { Step } from './journey.js';
import { sortKeys } from './sort-keys.js';

/** An entry of an application's history, with the one before it. */
export interface ApplicationStep {
  application: number;
  /** 0 for the application itself. */
  nth: number;
  from: Step | null;
  to: Step;
}

/** No history is longer. */
const MAX_STEPS = 8;

/** Tells a step from all others; below 2^32 for 500 million applications. */
export function stepNumber({ application, nth }: Pick<ApplicationStep, 'application' | 'nth'>): number {
  return application * MAX_STEPS + nth;
}

/** All steps of all applications in order of time: the order in which a real platform would have written them. */
export class EventOrder {
  private readonly order: Float64Array;

  constructor(private readonly plan: ApplicationPlan) {
    const { steps, times } = listSteps(plan);
    this.order = sortKeys(steps.length, (index) => at(times, index));
    this.order.forEach((rank, index) => (this.order[index] = at(steps, rank)));
  }

  get count(): number {
    return this.order.length;
  }

  *[Symbol.iterator](): Generator<ApplicationStep> {
    for (const packed of this.order) {
      const nth = packed % MAX_STEPS;
      const application = (packed - nth) / MAX_STEPS;
      const history = this.plan.historyOf(application);
      yield { application, nth, from: nth === 0 ? null : at(history, nth - 1), to: at(history, nth) };
    }
  }
}

function listSteps(plan: ApplicationPlan): { steps: Uint32Array; times: Uint32Array } {
  let count = 0;
  for (let application = 0; application < plan.count; application += 1) {
    count += plan.historyOf(application).length;
  }
  const steps = new Uint32Array(count);
  const times = new Uint32Array(count);
  let next = 0;
  for (let application = 0; application < plan.count; application += 1) {
    plan.historyOf(application).forEach((step, nth) => {
      steps[next] = stepNumber({ application, nth });
      times[next] = step.at;
      next += 1;
    });
  }
  return { steps, times };
}
