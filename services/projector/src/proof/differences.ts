/** A row that one side has and the other has not. */
export type Difference = { readonly log: string; readonly way: string; readonly view: string; readonly side: 'missing' | 'extra'; readonly row: string };

/** Compares sorted rows; `log` is told by the prefix of facilities that `logOf` finds in a row. */
export const differences = (expected: readonly string[], found: readonly string[], about: { readonly view: string; readonly way: string }): Difference[] => {
  const count = new Map<string, number>();
  for (const row of expected) count.set(row, (count.get(row) ?? 0) + 1);
  for (const row of found) count.set(row, (count.get(row) ?? 0) - 1);
  return [...count].filter(([, left]) => left !== 0).map(([row, left]) => ({ ...about, log: logOf(row), side: left > 0 ? 'missing' : 'extra', row }));
};

const logOf = (row: string): string => /\bo(\d+)-\d\b/.exec(row)?.[1] ?? '';
