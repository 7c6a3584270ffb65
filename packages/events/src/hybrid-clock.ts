/** A hybrid logical clock: each sequence is greater than any before it and than any it has read, even if the wall clock turns back. */
export type HybridClock = {
  /** The next sequence: 16 hex digits, 48 bits of Unix milliseconds and 16 bits of counter. */
  readonly next: () => string;
  /** Takes note of a sequence that was read, so that the next one lies above it. */
  readonly observe: (sequence: string) => void;
};

const counterBits = 16n;

/** The lowest sequence of a moment in Unix milliseconds. */
export const sequenceOf = (milliseconds: number): string => written(BigInt(Math.max(0, Math.trunc(milliseconds))) << counterBits);

/** Starts a clock on `now` (Unix milliseconds), not below `last`, the highest sequence known. */
export const createHybridClock = (options: { readonly now: () => number; readonly last?: string }): HybridClock => {
  let last = options.last === undefined ? 0n : BigInt(`0x${options.last}`);
  // Milliseconds and counter of `last` as numbers: a batch of thousands needs no big integers.
  let milliseconds = Number(last >> counterBits);
  let counter = Number(last & 0xffffn);
  let prefix = milliseconds.toString(16).padStart(12, '0');
  const moveTo = (next: number, at: number): void => {
    if (next !== milliseconds) prefix = next.toString(16).padStart(12, '0');
    milliseconds = next;
    counter = at;
  };
  return {
    next: () => {
      const now = Math.trunc(options.now());
      if (now > milliseconds) moveTo(now, 0);
      else if (counter < 0xffff) counter += 1;
      else moveTo(milliseconds + 1, 0);
      return prefix + counter.toString(16).padStart(4, '0');
    },
    observe: (sequence) => {
      last = BigInt(`0x${sequence}`);
      const at = Number(last >> counterBits);
      const count = Number(last & 0xffffn);
      if (at > milliseconds || (at === milliseconds && count > counter)) moveTo(at, count);
    },
  };
};

const written = (value: bigint): string => value.toString(16).padStart(16, '0');
