import type { Period } from './months.ts';

/** What a key adds up: parts that are in no other way published, each with its whole weight. */
export type Parts = ReadonlyMap<string, bigint>;

/** A figure of a table of incidents as it is published: of a month, or of twelve that end with it; null = left out. */
export type Published = { readonly period: Period; readonly key: string; readonly month: number; readonly span: 1 | 12; readonly figure: number | null };

const prime = 1_000_003n;
const modulo = (value: bigint): bigint => ((value % prime) + prime) % prime;
const inverse = (value: bigint): bigint => {
  let [result, base, exponent] = [1n, modulo(value), prime - 2n];
  for (; exponent > 0n; exponent >>= 1n) {
    if ((exponent & 1n) === 1n) result = modulo(result * base);
    base = modulo(base * base);
  }
  return result;
};

/** Rows brought to echelon form one by one; tells whether a row follows from those before. */
const createSpan = () => {
  const rows = new Map<number, Map<number, bigint>>();
  const reduced = (row: Map<number, bigint>): Map<number, bigint> => {
    const rest = new Map(row);
    for (let lead = leadOf(rest); lead !== undefined; lead = leadOf(rest)) {
      const by = rows.get(lead);
      if (by === undefined) return rest;
      const factor = rest.get(lead) ?? 0n;
      for (const [column, value] of by) {
        const next = modulo((rest.get(column) ?? 0n) - factor * value);
        if (next === 0n) rest.delete(column);
        else rest.set(column, next);
      }
    }
    return rest;
  };
  return {
    add: (row: Map<number, bigint>): void => {
      const rest = reduced(row);
      const lead = leadOf(rest);
      if (lead === undefined) return;
      const scale = inverse(rest.get(lead) ?? 1n);
      rows.set(lead, new Map([...rest].map(([column, value]) => [column, modulo(value * scale)])));
    },
    holds: (row: Map<number, bigint>): boolean => reduced(row).size === 0,
  };
};
const leadOf = (row: Map<number, bigint>): number | undefined => (row.size === 0 ? undefined : Math.min(...row.keys()));

/**
 * Figures that are left out and yet follow, by adding and subtracting, from those that are shown. A half of a month is the least that months of both calendars are made of; `partsOf` says what a key adds up. Before the first month there is nothing,
 * and what adds to nothing is nothing.
 */
export const disclosed = (figures: readonly Published[], partsOf: (key: string) => Parts): Published[] => {
  const columns = new Map<string, number>();
  const columnOf = (key: string, half: number): number => {
    const name = `${key} ${String(half)}`;
    const known = columns.get(name) ?? columns.size;
    columns.set(name, known);
    return known;
  };
  const firstOf = (period: Period): number => Math.min(...figures.filter((one) => one.period === period).flatMap(({ month }) => halvesOf(period, month)));
  const first = Math.max(...[...new Set(figures.map(({ period }) => period))].map(firstOf));
  const rowOf = ({ period, key, month, span }: Published): Map<number, bigint> => {
    const halves = Array.from({ length: span }, (_, back) => halvesOf(period, month - back)).flat().filter((half) => half >= first);
    return new Map([...partsOf(key)].flatMap(([part, weight]) => halves.map((half) => [columnOf(part, half), weight] as const)));
  };
  const span = createSpan();
  for (const one of figures) {
    if (one.figure === 0) for (const column of rowOf(one).keys()) span.add(new Map([[column, 1n]]));
    else if (one.figure !== null) span.add(rowOf(one));
  }
  return figures.filter((one) => one.figure === null && span.holds(rowOf(one)));
};

/** Of a calendar month its two halves; of a month of the police the second of the one before, and the first of its own. */
const halvesOf = (period: Period, month: number): readonly number[] => (period === 'calendar' ? [month * 2, month * 2 + 1] : [month * 2 - 1, month * 2]);
