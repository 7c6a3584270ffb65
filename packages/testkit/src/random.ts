/** Random values that a seed decides, the same on every machine. Not for secrets. */
export type Random = {
  /** 0 ≤ n < 1. */
  readonly fraction: () => number;
  /** A whole number, 0 ≤ n < bound. */
  readonly below: (bound: number) => number;
  readonly chance: (share: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
  readonly shuffled: <T>(from: readonly T[]) => T[];
  readonly hex: (digits: number) => string;
  readonly uuid: () => string;
  readonly bytes: (length: number) => Buffer;
};

/** Starts a stream of random values (mulberry32). */
export const createRandom = (seed: number): Random => {
  let state = seed >>> 0;
  const word = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const fraction = (): number => word() / 2 ** 32;
  const below = (bound: number): number => Math.floor(fraction() * bound);
  const hex = (digits: number): string => {
    let text = '';
    while (text.length < digits) text += word().toString(16).padStart(8, '0');
    return text.slice(0, digits);
  };
  return {
    fraction,
    below,
    chance: (share) => fraction() < share,
    pick: (from) => {
      if (from.length === 0) throw new RangeError('Nothing to pick from.');
      return from[below(from.length)] as (typeof from)[number];
    },
    shuffled: (from) => {
      const copy = [...from];
      for (let end = copy.length - 1; end > 0; end -= 1) {
        const other = below(end + 1);
        const held = copy[end] as (typeof copy)[number];
        copy[end] = copy[other] as (typeof copy)[number];
        copy[other] = held;
      }
      return copy;
    },
    hex,
    uuid: () => {
      const digits = hex(32);
      return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-7${digits.slice(13, 16)}-a${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
    },
    bytes: (length) => Buffer.from(hex(length * 2), 'hex'),
  };
};
