/** An event of the programme as it was sent: what the views of it are judged by. */
export type Fact = {
  readonly id: string;
  readonly type: string;
  readonly streamversion?: number | undefined;
  readonly sequence: string;
  readonly recordedtime: string;
  readonly data: object;
};

/** Data of an event, member by member. */
export type Data = Readonly<Record<string, unknown>>;
export type Told = { readonly id: string; readonly kind: string; readonly version: number; readonly at: number; readonly data: Data };

/** Data in the shape that their kind has. No check: the harness wrote the events itself, through the schemas' own door, and the oracle shares no schema with what it judges. */
export const dataAs = <Shape extends object>({ data }: Pick<Told, 'data'>): Shape => data as Shape;

/** Facts known at an instant whose kind begins so, in the order of their streams. */
export const toldUpTo = (facts: readonly Fact[], asOf: number, kinds: RegExp): Told[] =>
  facts
    .filter(({ recordedtime }) => Date.parse(recordedtime) <= asOf)
    .map(({ id, type, streamversion, sequence, recordedtime, data }) => ({ id, kind: type.replace(/^vn\.da06\./, '').replace(/\.v\d+$/, ''), version: streamversion ?? 0, at: Date.parse(recordedtime), sequence, data: data as Data }))
    .filter(({ kind }) => kinds.test(kind))
    .sort((a, b) => a.version - b.version || (a.sequence < b.sequence ? -1 : a.sequence > b.sequence ? 1 : a.id < b.id ? -1 : 1));

/** Values under their keys, in the order in which the keys were first met. */
export const grouped = <T>(values: readonly T[], keyOf: (value: T) => string): T[][] => {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    groups.set(key, [...(groups.get(key) ?? []), value]);
  }
  return [...groups.values()];
};

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
export const none = '1970-01-01';

/** Whole days from one local day to another, YYYY-MM-DD. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
export const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

export const nextMonth = (period: string): string => (period.endsWith('-12') ? `${Number(period.slice(0, 4)) + 1}-01` : `${period.slice(0, 5)}${String(Number(period.slice(5)) + 1).padStart(2, '0')}`);

/** Months from one to another, both with it. */
export const monthsFrom = (first: string, last: string): string[] => {
  const months: string[] = [];
  for (let month = first; month <= last; month = nextMonth(month)) months.push(month);
  return months;
};

/** The moment at which a local day has ended. */
export const endOf = (day: string): number => Date.parse(`${day}T24:00:00+07:00`);
