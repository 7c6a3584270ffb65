/** Whether two plain values hold the same, whatever the order of their keys. A key with undefined counts as none. */
export const sameData = (one: unknown, other: unknown): boolean => {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null || Array.isArray(one) !== Array.isArray(other)) return false;
  const [mine, theirs] = [entriesOf(one), new Map(entriesOf(other))];
  return mine.length === theirs.size && mine.every(([key, value]) => theirs.has(key) && sameData(value, theirs.get(key)));
};

const entriesOf = (value: object): [string, unknown][] => Object.entries(value).filter(([, held]) => held !== undefined);
