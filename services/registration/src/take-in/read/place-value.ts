/** Puts a value into a record at a path, making the objects it passes through. */
export const placeValue = (item: Record<string, unknown>, path: readonly string[], value: unknown): void => {
  let holder = item;
  for (const key of path.slice(0, -1)) holder = (holder[key] ??= {}) as Record<string, unknown>;
  holder[path.at(-1) ?? ''] = value;
};
