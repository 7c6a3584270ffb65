import type { Series } from './series.ts';

/** A stretch of one row in one state; times in Unix milliseconds. */
type Stretch = { readonly row: number; readonly from: number; readonly to: number; readonly value: number; readonly point: number };
type State = { readonly value: number; readonly text: string; readonly color: string };

/** Each row's states from change to change; the last one lasts to `end`. Where nothing is told the state before goes on, and equal states join. */
export const stretchesOf = (rows: readonly Series[], end: number): readonly Stretch[] =>
  rows.flatMap(({ points }, row) => {
    const changes = points.flatMap(({ time, value, row: point }) => (value === null ? [] : [{ time, value, point }])).filter(({ value }, index, all) => all[index - 1]?.value !== value);
    return changes.map(({ time, value, point }, index) => ({ row, from: time, to: changes[index + 1]?.time ?? Math.max(end, time), value, point }));
  });

/** The states that are seen, from the least code up, in the words and colours of their mappings. */
export const statesOf = (rows: readonly Series[], fallback: string): readonly State[] => {
  const field = rows[0]?.field;
  const codes = [...new Set(rows.flatMap(({ points }) => points.flatMap(({ value }) => (value === null ? [] : [value]))))].sort((a, b) => a - b);
  return codes.map((value) => {
    const shown = field?.display?.(value);
    return { value, text: shown?.text ?? String(value), color: shown?.color ?? fallback };
  });
};
