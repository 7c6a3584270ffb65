import type { ConsolidatedIndicator, ConsolidatedMonth, IndicatorLine } from './types.ts';

/** Values of the indicators in two months, those that anybody gave or the system counted. */
export const indicatorLines = (indicators: readonly ConsolidatedIndicator[], month: ConsolidatedMonth, previous: ConsolidatedMonth): readonly IndicatorLine[] =>
  indicators.flatMap((indicator): IndicatorLine[] => {
    const [now, before] = [totalOf(indicator, month), totalOf(indicator, previous)];
    if (now === undefined && before === undefined) return [];
    const comparable = now !== undefined && before !== undefined && now.value !== null && before.value !== null && now.from.join() === before.from.join();
    return [{
      ...indicator,
      now: now?.value ?? null,
      before: before?.value ?? null,
      change: comparable ? withoutNoise((now.value ?? 0) - (before.value ?? 0)) : null,
      range: now?.range ?? null,
      reporters: now?.from.length ?? 0,
      reportersBefore: before?.from.length ?? 0,
    }];
  });

type Total = { readonly value: number | null; readonly range: readonly [number, number] | null; /** Reporters that gave it, in order. */ readonly from: readonly string[] };

const totalOf = ({ code, kind, source }: ConsolidatedIndicator, { duties, counted }: ConsolidatedMonth): Total | undefined => {
  if (source === 'counted') {
    const value = counted.get(code);
    return value === undefined ? undefined : { value, range: null, from: [] };
  }
  const given = duties.flatMap(({ reporter, content }) => (content?.models ?? []).flatMap(({ indicators }) => indicators.filter((one) => one.code === code).map(({ value }) => ({ reporter, value }))));
  if (given.length === 0) return undefined;
  const values = given.map(({ value }) => value);
  const from = given.map(({ reporter }) => reporter).sort();
  if (kind === 'share' && values.length > 1) return { value: null, range: [Math.min(...values), Math.max(...values)], from };
  return { value: withoutNoise(values.reduce((sum, value) => sum + value, 0)), range: null, from };
};

/** Sums and differences of decimals, without what binary fractions add. */
const withoutNoise = (value: number): number => Number(value.toPrecision(12));
