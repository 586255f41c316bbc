import { beforeEach, describe, expect, it } from '@jest/globals';
import { setImmediate } from 'node:timers/promises';
import { SharedReads } from '../../../src/platform/shared-reads.js';

/** A read that goes on until it is told how it ends. */
interface Reading {
  end(answer: string): void;
  fail(): void;
}

describe('reads of one thing', () => {
  let reads: SharedReads;
  let readings: Reading[];
  const read = (key = 'figures') =>
    reads.read(
      key,
      () =>
        new Promise<string>((resolve, reject) => {
          readings.push({ end: resolve, fail: () => reject(new Error('gone')) });
        }),
    );
  beforeEach(() => {
    reads = new SharedReads();
    readings = [];
  });

  it('that begin while one runs share the next one, and are not told what it found', async () => {
    const first = read();
    const later = [read(), read(), read()];
    expect(readings).toHaveLength(1);
    readings[0]?.end('before');
    expect(await first).toBe('before');
    await setImmediate();
    expect(readings).toHaveLength(2);
    const evenLater = read();
    readings[1]?.end('after');
    expect(await Promise.all(later)).toEqual(['after', 'after', 'after']);
    await setImmediate();
    expect(readings).toHaveLength(3);
    readings[2]?.end('at last');
    expect(await evenLater).toBe('at last');
  });

  it('begin at once when none runs', async () => {
    const first = read();
    readings[0]?.end('one');
    await first;
    void read();
    expect(readings).toHaveLength(2);
  });

  it('fail alone: those who wait read anew', async () => {
    const first = read();
    const second = read();
    readings[0]?.fail();
    await expect(first).rejects.toThrow('gone');
    await setImmediate();
    readings[1]?.end('there again');
    expect(await second).toBe('there again');
  });

  it('know nothing of reads of another', () => {
    void read('figures of one');
    void read('figures of another');
    expect(readings).toHaveLength(2);
  });

  it('leave nothing behind, however they end', async () => {
    for (let round = 0; round < 50; round++) {
      const asked = [read(), read(), read()].map((one) => one.catch(() => 'failed'));
      while (readings.length > 0) {
        const reading = readings.shift();
        if (round % 2 === 0) reading?.end('done');
        else reading?.fail();
        await setImmediate();
      }
      expect(await Promise.all(asked)).toEqual(asked.map(() => (round % 2 === 0 ? 'done' : 'failed')));
    }
    void read();
    expect(readings).toHaveLength(1);
  });
});
