const day = 86_400_000;
const vietnam = 7 * 3_600_000;

/** The local day of an instant, YYYY-MM-DD, `back` days earlier. */
export const localDay = (at: number, back = 0): string => new Date(at + vietnam - back * day).toISOString().slice(0, 10);

/** The month `by` months after one, YYYY-MM. */
export const monthAfter = (period: string, by = 1): string => {
  const months = Number(period.slice(0, 4)) * 12 + Number(period.slice(5, 7)) - 1 + by;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
};

/** The later of two days. */
export const laterOf = (one: string, other: string): string => (one > other ? one : other);
