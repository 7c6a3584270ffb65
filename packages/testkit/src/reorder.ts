import type { Random } from './random.ts';

/** The same records in any order. */
export const permuted = <T>(records: readonly T[], random: Random): T[] => random.shuffled(records);

/** Some records delivered once more, or several times, anywhere later. */
export const duplicated = <T>(records: readonly T[], random: Random, share = 0.2): T[] => {
  const out = [...records];
  for (const [index, record] of records.entries()) {
    if (!random.chance(share)) continue;
    const from = Math.min(index + 1, out.length);
    out.splice(from + random.below(out.length - from + 1), 0, record);
  }
  return out;
};

/** Some records missing from their place and delivered at the end, as a dead letter is when it is redriven. */
export const redriven = <T>(records: readonly T[], random: Random, share = 0.1): T[] => {
  const late: T[] = [];
  const kept = records.filter((record) => {
    if (!random.chance(share)) return true;
    late.push(record);
    return false;
  });
  return [...kept, ...random.shuffled(late)];
};

/** The records cut into batches of 1 to `largest`. */
export const cut = <T>(records: readonly T[], random: Random, largest: number): T[][] => {
  const batches: T[][] = [];
  for (let from = 0; from < records.length; ) {
    const size = 1 + random.below(largest);
    batches.push(records.slice(from, from + size));
    from += size;
  }
  return batches;
};

/** Every order of a few records. */
export const permutations = <T>(of: readonly T[]): T[][] =>
  of.length <= 1 ? [[...of]] : of.flatMap((first, index) => permutations(of.filter((_, other) => other !== index)).map((rest) => [first, ...rest]));
