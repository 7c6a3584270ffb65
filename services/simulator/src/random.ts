import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Values that a seed decides, the same on every machine. */
export type Draw = {
  /** 0 ≤ n < 1. */
  readonly fraction: () => number;
  /** A whole number, 0 ≤ n < bound. */
  readonly below: (bound: number) => number;
  /** A whole number, least ≤ n ≤ most. */
  readonly between: (least: number, most: number) => number;
  readonly chance: (share: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
  readonly weighted: <T>(choice: Weighted<T>) => T;
  /** How many of something come that come independently of each other, `mean` of them on average (Poisson). */
  readonly count: (mean: number) => number;
};

/** Values with running sums of their weights. */
export type Weighted<T> = { readonly values: readonly T[]; readonly sums: readonly number[] };

/** Makes a choice ready for drawing; weights need not add up to anything. */
export const weigh = <T>(pairs: readonly (readonly [value: T, weight: number])[]): Weighted<T> => {
  let sum = 0;
  return { values: pairs.map(([value]) => value), sums: pairs.map(([, weight]) => (sum += weight)) };
};

/** One number of many, so that each part of the world draws from a stream of its own (finalizer of MurmurHash3). */
const mixSeed = (...parts: readonly number[]): number => {
  let mixed = 0x9e3779b9;
  for (const part of parts) {
    mixed = Math.imul(mixed ^ (part | 0), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    mixed = (mixed ^ (mixed >>> 16)) + 0x165667b1;
  }
  return mixed | 0;
};

/** Starts a stream of values. */
export const createDraw = (...seeds: readonly number[]): Draw => {
  const generator = xoroshiro128plus(mixSeed(...seeds));
  // The first values of neighbouring seeds are alike.
  for (let skipped = 0; skipped < 8; skipped += 1) generator.next();
  const fraction = (): number => (generator.next() >>> 0) / 4_294_967_296;
  const below = (bound: number): number => Math.floor(fraction() * bound);
  return {
    fraction,
    below,
    between: (least, most) => least + below(most - least + 1),
    chance: (share) => fraction() < share,
    pick: (from) => from[below(from.length)] as (typeof from)[number],
    weighted: ({ values, sums }) => {
      const point = fraction() * (sums.at(-1) ?? 0);
      let place = 0;
      while (place < sums.length - 1 && point >= (sums[place] ?? 0)) place += 1;
      return values[place] as (typeof values)[number];
    },
    count: (mean) => {
      // Many at a time are added up in parts: e to the power of a large mean is 0 in a double.
      let counted = 0;
      for (let left = mean; left > 0; left -= 16) {
        const least = Math.exp(-Math.min(left, 16));
        for (let product = fraction(); product > least; product *= fraction()) counted += 1;
      }
      return counted;
    },
  };
};
