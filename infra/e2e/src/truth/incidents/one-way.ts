/** A cell of a one-way table: a key of its row, and the pair of months or years of both calendars that is left out together. */
export type Cell = { readonly key: string; readonly pair: number; readonly n: number; /** Left out for another reason than its number. */ readonly left?: boolean };

/**
 * Cells of a one-way table that are left out, as texts `key|pair`: those of which one calendar has one to four, and, if it is one alone of its pair, the smallest of the others beside it, the first of equals by key.
 */
export const leftOut = (cells: readonly Cell[]): ReadonlySet<string> => {
  const both = new Map<string, { key: string; pair: number; n: number; small: boolean }>();
  for (const { key, pair, n, left = false } of cells) {
    const known = both.get(`${key}|${String(pair)}`) ?? { key, pair, n: 0, small: false };
    both.set(`${key}|${String(pair)}`, { ...known, n: known.n + n, small: known.small || left || (n > 0 && n < 5) });
  }
  const found = new Set<string>();
  for (const pair of new Set(cells.map((cell) => cell.pair))) {
    const own = [...both.values()].filter((one) => one.pair === pair);
    const small = own.filter((one) => one.small);
    const next = own.filter((one) => !one.small && one.n > 0).sort((a, b) => a.n - b.n || (a.key < b.key ? -1 : 1)).slice(0, small.length === 1 ? 1 : 0);
    for (const { key } of [...small, ...next]) found.add(`${key}|${String(pair)}`);
  }
  return found;
};

/** Which pair a month or year of a calendar belongs to: its own, or, where the other calendar has not begun or is not there yet, the first or last that both have. */
export const pairOf = (one: number, firsts: readonly number[], lasts: readonly number[]): number => Math.min(Math.max(one, ...firsts), ...lasts);
