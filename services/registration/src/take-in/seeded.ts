/** A source of numbers below a bound, such as a seeded generator: the corpus is the same for the same seed. */
export type Below = (bound: number) => number;

/** A small generator (mulberry32) for a corpus that can be made again. */
export const seeded = (seed: number): Below => {
  let state = seed >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
};
