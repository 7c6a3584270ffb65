/** A cell of a one-way table: what sums up to its total. */
export type Cell = { readonly key: string; readonly n: number };

/**
 * Keys of a one-way table that are left out: those of one to four, and, if it is one alone, the smallest of the others beside it, the first of equals by key. `isSmall` may ask for more.
 */
export const leftOut = <T extends Cell>(cells: readonly T[], isSmall: (cell: T) => boolean = ({ n }) => n > 0 && n < 5): ReadonlySet<string> => {
  const small = cells.filter(isSmall);
  if (small.length !== 1) return new Set(small.map(({ key }) => key));
  const others = cells.filter((cell) => !isSmall(cell) && cell.n >= 5).sort((a, b) => a.n - b.n || (a.key < b.key ? -1 : 1));
  return new Set([...small, ...others.slice(0, 1)].map(({ key }) => key));
};
