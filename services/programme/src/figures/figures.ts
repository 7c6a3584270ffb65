/** What is asked of the tables: months YYYY-MM, both included; `place` '' = all of the locality. */
export type FigureQuestion = { readonly code: string; readonly additive: boolean; readonly placeKind: 'all' | 'unit' | 'area'; readonly place: string; readonly from: string; readonly to: string };

/** One month of a figure: `value` null where it is left out (`suppressed`) or not defined; `exact` false = estimated across a border that has moved; `closed` false = the month is not over. */
export type FigureValue = { readonly period: string; readonly value: number | null; readonly suppressed: boolean; readonly exact: boolean; readonly closed: boolean };

/** Asks the tables for the months of a figure; undefined for a code that no table has. `asOf` = newest receipt that they show. */
export type Figures = (question: FigureQuestion) => Promise<{ readonly asOf: string | null; readonly values: readonly FigureValue[] } | undefined>;

/** The months as a table, a line each; an empty value is one that is left out or not defined. */
export const figuresCsv = (code: string, unit: string, values: readonly FigureValue[]): string =>
  ['code,unit,period,value,suppressed,exact,closed', ...values.map(({ period, value, suppressed, exact, closed }) => [code, unit, period, value ?? '', suppressed, exact, closed].join(','))].map((line) => `${line}\n`).join('');
