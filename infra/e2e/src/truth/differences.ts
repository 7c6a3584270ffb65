/** Rows that stand on one side alone, as texts that name the side; equal rows may stand several times. */
export const differences = (view: string, expected: readonly object[], found: readonly object[]): string[] => {
  const counts = new Map<string, number>();
  for (const row of expected) counts.set(textOf(row), (counts.get(textOf(row)) ?? 0) + 1);
  for (const row of found) counts.set(textOf(row), (counts.get(textOf(row)) ?? 0) - 1);
  return [...counts].filter(([, count]) => count !== 0).map(([text, count]) => `${view}: ${count > 0 ? 'missing' : 'too many'} (${Math.abs(count)}) ${text}`).sort();
};

/** One text for one content, whatever order its members have. */
const textOf = (value: unknown): string =>
  JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member) ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1))) : member,
  );
