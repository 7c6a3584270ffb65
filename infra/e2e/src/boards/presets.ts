import type { Choosable, dashboardFiles, View } from '@da06/dashboards';

/** A variable of a board, and what it offers. */
export type Choice = Choosable & { readonly offered: readonly string[] };
export type Dashboard = ReturnType<typeof dashboardFiles> extends ReadonlyMap<string, infer Board> ? Board : never;

const day = 86_400_000;
const hour = day / 24;
const odd = "o'hara";

type Variables = View['variables'];
const each = (choices: readonly Choice[], chosen: (choice: Choice) => { readonly values: readonly string[]; readonly all?: boolean }): Variables => Object.fromEntries(choices.map((choice) => [choice.name, chosen(choice)]));

/** Ways to choose: all (of a variable of one value: what it begins with), one, two, a value with a quote, a value without data. */
export const presetsOf = (choices: readonly Choice[]): readonly (readonly [string, Variables])[] => [
  ['all', each(choices, ({ several, first, offered }) => (several ? { values: offered, all: true } : { values: [first] }))],
  ['one', each(choices, ({ several, offered }) => ({ values: [offered[several ? 0 : 1] ?? offered[0] ?? ''] }))],
  ['two', each(choices, ({ several, offered }) => ({ values: several ? offered.slice(0, 2) : [offered.at(-1) ?? ''] }))],
  ['a quote', each(choices, () => ({ values: [odd] }))],
  ['no data', each(choices, ({ several, first }) => ({ values: [several ? 'khong-co' : first] }))],
];

/** 1 h, today, 30 days, 1 year, before all data; `now` is when the screen is looked at. */
export const rangesTo = (now: number): readonly (readonly [string, Pick<View, 'from' | 'to' | 'interval'>])[] => [
  ['1 h', { from: now - hour, to: now, interval: 5_000 }],
  ['today', { from: Math.floor((now + 7 * hour) / day) * day - 7 * hour, to: now, interval: 60_000 }],
  ['30 days', { from: now - 30 * day, to: now, interval: hour }],
  ['1 year', { from: now - 365 * day, to: now, interval: 12 * hour }],
  ['before all data', { from: Date.parse('2001-01-01T00:00:00Z'), to: Date.parse('2001-02-01T00:00:00Z'), interval: hour }],
];
