import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { at } from './at.js';
import type { Kind } from './kinds.js';
import { mix } from './mix.js';

/** A reproducible sequence of choices. */
export class Random {
  private constructor(private readonly generator: RandomGenerator) {}

  /** The sequence of row `index` of that kind. */
  static of(kind: Kind, index: number): Random {
    const seed = mix(index ^ Math.imul(kind, 0x9e3779b1));
    return new Random(
      xoroshiro128plusFromState(
        [mix(seed + 1), mix(seed + 2), mix(seed + 3), mix(seed + 4)].map((n) => n | 0),
      ),
    );
  }

  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number {
    return uniformInt(this.generator, min, max);
  }

  /** From 0 (included) to 1 (excluded). */
  fraction(): number {
    return uniformFloat64(this.generator);
  }

  /** True in `percent` cases of 100. */
  chance(percent: number): boolean {
    return this.int(0, 99) < percent;
  }

  pick<T>(list: ArrayLike<T>): T {
    return at(list, this.int(0, list.length - 1));
  }

  /** `count` different elements, in random order; all of them when there are not so many. */
  sample<T>(list: readonly T[], count: number): T[] {
    const rest = [...list];
    const chosen: T[] = [];
    while (chosen.length < count && rest.length > 0) {
      chosen.push(...rest.splice(this.int(0, rest.length - 1), 1));
    }
    return chosen;
  }

  /** One of `choices`, as often as its weight says. */
  weighted<T extends { weight: number }>(choices: readonly T[]): T {
    return weightedAt(choices, this.fraction());
  }
}

/** The choice found at `fraction` (0 to 1) when the choices are laid side by side, each as long as its weight. */
export function weightedAt<T extends { weight: number }>(choices: readonly T[], fraction: number): T {
  const total = choices.reduce((sum, { weight }) => sum + weight, 0);
  let left = fraction * total;
  for (const choice of choices) {
    left -= choice.weight;
    if (left < 0) return choice;
  }
  return at(choices, choices.length - 1);
}
