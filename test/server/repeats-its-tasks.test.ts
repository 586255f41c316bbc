import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { runEvery, type Repeating } from '../../src/server/run-every.js';

describe('a task that is repeated', () => {
  const lines: string[] = [];
  const log = pino({}, { write: (line: string) => lines.push(line) });
  let repeating: Repeating | undefined;
  afterEach(() => repeating?.stop());

  async function until(condition: () => boolean): Promise<void> {
    for (let attempt = 0; attempt < 200 && !condition(); attempt++) await setTimeout(5);
    expect(condition()).toBe(true);
  }

  it('runs again after it has failed, and its failure is in the log', async () => {
    let runs = 0;
    repeating = runEvery(5, log, 'counting', async () => {
      runs += 1;
      if (runs === 1) throw new Error('no luck');
    });
    await until(() => runs >= 3);
    const errors = lines.map((line) => JSON.parse(line) as { msg: string; err: { message: string } });
    expect(errors.map(({ msg, err }) => [msg, err.message])).toEqual([['counting failed', 'no luck']]);
  });

  it('never runs twice at once', async () => {
    let running = 0;
    let most = 0;
    let runs = 0;
    repeating = runEvery(2, log, 'sleeping', async () => {
      running += 1;
      most = Math.max(most, running);
      await setTimeout(15);
      running -= 1;
      runs += 1;
    });
    await until(() => runs >= 3);
    expect(most).toBe(1);
  });

  it('is finished when stopping is over, and never comes back', async () => {
    let begun = 0;
    let finished = 0;
    repeating = runEvery(2, log, 'sleeping', async () => {
      begun += 1;
      await setTimeout(20);
      finished += 1;
    });
    await until(() => begun === 1);
    await repeating.stop();
    expect(finished).toBe(1);
    await setTimeout(20);
    expect(begun).toBe(1);
  });
});
