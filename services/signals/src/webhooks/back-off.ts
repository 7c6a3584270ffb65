const firstMs = 1_000;
const longestMs = 3_600_000;

/**
 * Milliseconds to wait after so many failures in a row (1 and more): twice as long each time, from a second to an hour, by chance between half of it and all of it, so that
 * subscribers that failed together are not asked together. `random` is in [0, 1).
 */
export const backOffMs = (failures: number, random: number): number => {
  const most = Math.min(longestMs, firstMs * 2 ** failures);
  return Math.round(most / 2 + (random * most) / 2);
};
