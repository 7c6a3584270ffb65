import { argumentsAt } from './split.ts';

/** What the screen shows: times in Unix milliseconds, the width of a step in milliseconds. */
export type Range = { readonly from: number; readonly to: number; readonly interval: number };

const seconds = (milliseconds: number): string => `toDateTime(${Math.floor(milliseconds / 1000)})`;
const millis = (milliseconds: number): string => `fromUnixTimestamp64Milli(${milliseconds})`;
const date = (milliseconds: number): string => `toDate('${new Date(milliseconds).toISOString().slice(0, 10)}')`;
const step = ({ interval }: Range): number => Math.max(1, Math.floor(interval / 1000));

const between = (column: string, from: string, to: string): string => `${column} >= ${from} AND ${column} <= ${to}`;
const units: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };

/** `5m` in seconds. Days are refused, as the data source refuses them: they would begin at 07:00 in Vietnam. */
const duration = (text: string): number => {
  const found = /^'?(\d+)([smh])'?$/.exec(text);
  const unit = units[found?.[2] ?? ''];
  if (unit === undefined) throw new RangeError(`$__timeGroup takes no step ${text}.`);
  return Number(found?.[1]) * unit;
};

type Macro = { readonly args: number; readonly write: (range: Range, args: readonly string[]) => string };

const dayAndTime: Macro = { args: 2, write: ({ from, to }, [day = '', time = '']) => `(${between(day, date(from), date(to))}) AND (${between(time, seconds(from), seconds(to))})` };

/** The macros of the ClickHouse data source, as it writes them. */
const macros: Readonly<Record<string, Macro>> = {
  fromTime: { args: 0, write: ({ from }) => seconds(from) },
  toTime: { args: 0, write: ({ to }) => seconds(to) },
  fromTime_ms: { args: 0, write: ({ from }) => millis(from) },
  toTime_ms: { args: 0, write: ({ to }) => millis(to) },
  timeFilter: { args: 1, write: ({ from, to }, [column = '']) => between(column, seconds(from), seconds(to)) },
  timeFilter_ms: { args: 1, write: ({ from, to }, [column = '']) => between(column, millis(from), millis(to)) },
  dateFilter: { args: 1, write: ({ from, to }, [column = '']) => between(column, date(from), date(to)) },
  dateTimeFilter: dayAndTime,
  dt: dayAndTime,
  timeInterval: { args: 1, write: (range, [column = '']) => `toStartOfInterval(toDateTime(${column}), INTERVAL ${step(range)} second)` },
  timeInterval_ms: { args: 1, write: ({ interval }, [column = '']) => `toStartOfInterval(toDateTime64(${column}, 3), INTERVAL ${Math.max(1, interval)} millisecond)` },
  timeGroup: { args: 2, write: (_, [column = '', every = '']) => `toStartOfInterval(toDateTime(${column}), INTERVAL ${duration(every)} second)` },
  interval_s: { args: 0, write: (range) => String(step(range)) },
};

/** Writes out every macro it knows, inner ones first; an unknown `$__x` stays as it is. @throws RangeError for a wrong count of arguments. */
export const expandMacros = (text: string, range: Range): string => {
  const found = /\$__(\w+)/.exec(text);
  if (found === null) return text;
  const name = found[1] ?? '';
  const behind = found.index + found[0].length;
  const before = text.slice(0, found.index);
  const macro = Object.hasOwn(macros, name) ? macros[name] : undefined;
  if (macro === undefined) return before + found[0] + expandMacros(text.slice(behind), range);
  const call = text.charAt(behind) === '(' ? argumentsAt(text, behind) : undefined;
  const args = call?.args ?? [];
  if (args.length !== macro.args) throw new RangeError(`$__${name} takes ${macro.args} arguments, got ${args.length}.`);
  const written = macro.write(range, args.map((argument) => expandMacros(argument, range)));
  return before + written + expandMacros(text.slice(call?.end ?? behind), range);
};
